import { v7 as uuid } from 'uuid'
import type { papers as contract, PaperForm } from '#contract/papers.ts'
import { DomainError } from '#db/domain/errors.ts'
import type { Tx } from '#db/schema.ts'
import { recordEvent } from '#db/services/case-events.ts'
import type { Handlers, TaskContext } from './context.ts'
import { pdfOf, putOnPaper, type Output } from './put-on-paper.ts'
import { casePaper, type CasePaper } from './case-papers.ts'

type Key = { form: PaperForm; objectId: string }

const makePaper = (context: TaskContext, { form, objectId }: Key): Promise<CasePaper> =>
  context.read((db) =>
    casePaper(
      { db, actor: context.actor(), now: context.now, notice: context.core.notice },
      form,
      objectId,
    ),
  )

/** Every print and every saved file is on the case's time line: papers leave the house. */
async function noteOutput(context: TaskContext, key: Key, paper: CasePaper, output: Output) {
  const actor = context.actor()
  await context.write({ kind: key.form, id: key.objectId }, async (tx: Tx) => {
    await tx
      .insertInto('paper_outputs')
      .values({
        id: uuid(),
        case_id: paper.caseId,
        form: key.form,
        object_id: key.objectId,
        channel: output.channel,
        copies: output.copies,
        at: context.now,
        actor_id: actor.userId,
      })
      .execute()
    await recordEvent({ tx, actor, now: context.core.clock.now() }, paper.caseId, 'paperOutput', {
      form: key.form,
      channel: output.channel,
      copies: output.copies,
    })
  })
}

export const papers: Handlers<typeof contract> = {
  async preview(context, key) {
    const { paper } = await makePaper(context, key)
    const pdf = await pdfOf(context.core, paper)
    return { base64: Buffer.from(pdf).toString('base64'), title: paper.title }
  },
  async print(context, { copies, ...key }) {
    const made = await makePaper(context, key)
    requireFinal(made)
    const output: Output = { channel: 'printer', copies }
    const outcome = await putOnPaper(context.core, made.paper, output)
    if (outcome.done) await noteOutput(context, key, made, output)
    return { printed: outcome.done }
  },
  async save(context, { channel, ...key }) {
    const made = await makePaper(context, key)
    const output: Output = { channel, copies: 1 }
    const outcome = await putOnPaper(context.core, made.paper, output)
    if (outcome.done) await noteOutput(context, key, made, output)
    return outcome.fileName === undefined ? {} : { saved: outcome.fileName }
  },
}

/** Only an approved agreement and the minutes of an ended session print; a saved draft is marked as one. */
function requireFinal({ isFinal }: CasePaper) {
  if (!isFinal) throw new DomainError('papers.notReady')
}
