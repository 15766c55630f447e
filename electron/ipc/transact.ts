import type { Store } from '#db/store/opened-store.ts'
import type { Tx } from '#db/schema.ts'
import type { AuditObject, Signed } from './context.ts'

export type AuditWords = {
  at: string
  actor: Signed
  operation: string
  object: AuditObject
  /** False for what is no record. */
  logged?: boolean
}

/** Read back by db/queries/vouched.ts. */
const resultOf = ({ sha256, signatures }: AuditObject): string =>
  [
    'done',
    ...(sha256 === undefined ? [] : [`sha256:${sha256}`]),
    ...(sha256 === undefined || signatures === undefined ? [] : [`signatures:${signatures}`]),
  ].join(' ')

/** One transaction with exactly one audit row; `fn` answers what the row is about along with its output. */
export async function transact<T>(
  store: Store,
  words: Omit<AuditWords, 'object'>,
  fn: (tx: Tx) => Promise<{ output: T; object: AuditObject }>,
): Promise<T> {
  const output = await store.db.transaction().execute(async (tx) => {
    const done = await fn(tx)
    if (words.logged === false) return done.output
    await store.appendAudit(tx, {
      at: words.at,
      actorId: words.actor.userId,
      actorRole: words.actor.role,
      operation: words.operation,
      objectKind: done.object.kind,
      objectId: done.object.id,
      result: resultOf(done.object),
    })
    return done.output
  })
  store.afterCommit()
  return output
}
