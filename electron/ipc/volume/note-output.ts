import { v7 as uuid } from 'uuid'
import type { Tx } from '#db/schema.ts'
import { recordEvent } from '#db/services/case-events.ts'
import type { CasePaper } from '../case-papers.ts'
import type { TaskContext } from '../context.ts'
import { keepPrinted, type PaperKey, type Version } from './printable.ts'

export type PaperOutput = {
  key: PaperKey
  made: CasePaper
  /** Absent for a Word file, which bears no code and may be changed before it is printed. */
  version: Version | undefined
  channel: 'printer' | 'pdf' | 'docx'
  copies: number
}

/** A paper leaves the house: in which version is kept, and the time line of the case says so. */
export const noteOutput = (context: TaskContext, output: PaperOutput): Promise<void> =>
  context.write({ kind: output.key.form, id: output.key.objectId }, async (tx) => {
    const { key, made, version, channel, copies } = output
    const { caseId, isFinal } = made
    await putOutput(tx, context, { key, caseId, isFinal, version, channel, copies })
    const details = { form: key.form, title: made.paper.title, channel, copies }
    const happening = { tx, actor: context.actor(), now: context.core.clock.now() }
    await recordEvent(happening, caseId, 'paperOutput', details)
  })

type OneOutput = Omit<PaperOutput, 'made'> & Pick<CasePaper, 'caseId' | 'isFinal'>

async function putOutput(
  tx: Tx,
  context: TaskContext,
  { key, caseId, isFinal, version, channel, copies }: OneOutput,
): Promise<void> {
  const actor = context.actor()
  const now = context.core.clock.now()
  // A draft bears no code, so nothing has to be known of it later.
  if (version && isFinal)
    await keepPrinted(tx, key, { caseId, version, actorId: actor.userId, now })
  await tx
    .insertInto('paper_outputs')
    .values({
      id: uuid(),
      case_id: caseId,
      form: key.form,
      object_id: key.objectId,
      channel,
      copies,
      at: context.now,
      actor_id: actor.userId,
    })
    .execute()
}

export type VolumeOutput = {
  caseId: string
  parts: readonly { entry: PaperKey; made?: CasePaper; version?: Version; copies?: number }[]
  channel: PaperOutput['channel']
}

/** Every part with its version, and one line on the time line for all of them. */
export async function noteVolume(
  context: TaskContext,
  { caseId, parts, channel }: VolumeOutput,
): Promise<void> {
  const actor = context.actor()
  await context.write({ kind: 'volume', id: caseId }, async (tx) => {
    for (const { entry, made, version: printed, copies = 1 } of parts) {
      const version = channel === 'docx' ? undefined : printed
      const output = {
        key: entry,
        caseId,
        isFinal: made?.isFinal === true,
        version,
        channel,
        copies,
      }
      await putOutput(tx, context, output)
    }
    const details = { form: 'volume', channel, copies: 1, parts: parts.length }
    await recordEvent({ tx, actor, now: context.core.clock.now() }, caseId, 'paperOutput', details)
  })
}
