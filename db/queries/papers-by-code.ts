import type { Reader } from '../schema.ts'
import { minutesDigest } from './digests.ts'

export type CodedPaper = { kind: 'agreement' | 'minutes'; id: string; caseId: string }

/** The approved agreement or the ended session whose digest begins so. */
export async function findPaperByDigest(
  db: Reader,
  sha256Prefix: string,
): Promise<CodedPaper | undefined> {
  const agreement = await db
    .selectFrom('agreements')
    .select(['id', 'case_id'])
    .where('frozen_sha256', 'like', `${sha256Prefix}%`)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (agreement) return { kind: 'agreement', id: agreement.id, caseId: agreement.case_id }
  const logged = await db
    .selectFrom('audit_log as l')
    .innerJoin('sessions as s', 's.id', 'l.object_id')
    .select(['s.id', 's.case_id'])
    .where('l.object_kind', '=', 'session')
    .where('l.result', 'like', `done sha256:${sha256Prefix}%`)
    .executeTakeFirst()
  if (logged) return { kind: 'minutes', id: logged.id, caseId: logged.case_id }
  return findOldMinutes(db, sha256Prefix)
}

/** Minutes of before the log kept their digests are looked through one by one. */
async function findOldMinutes(db: Reader, sha256Prefix: string): Promise<CodedPaper | undefined> {
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'case_id'])
    .where('status', '=', 'ended')
    .orderBy('ended_at', 'desc')
    .execute()
  for (const { id, case_id } of sessions)
    if ((await minutesDigest(db, id))?.startsWith(sha256Prefix))
      return { kind: 'minutes', id, caseId: case_id }
  return undefined
}
