import { cp } from 'node:fs/promises'
import { addDays, formatChineseDate, localDateOf } from '#db/domain/local-date.ts'
import { testClock } from '#tests/db/store-fixture.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { addOffice } from '#tests/support/route-case.ts'
import { allSignatures, heldCase, wageContent } from '#tests/support/wage-case.ts'

/** Between signing and the first instalment, and between any two. */
export const daysBetweenInstalments = 30

/** The agreement of the wage case with instalments that are still to come whenever the test runs. */
function contentOf(centre: StaffedCentre, parties: readonly { id: string }[]) {
  const today = localDateOf(centre.clock.now())
  const dueOn = (index: number) => addDays(today, daysBetweenInstalments * (index + 1))
  const content = wageContent(parties)
  const clauses = content.clauses.map((clause) => {
    if (!clause.payment) return clause
    const instalments = clause.payment.instalments.map((part, index) => ({
      ...part,
      dueOn: dueOn(index),
    }))
    return { ...clause, payment: { ...clause.payment, instalments } }
  })
  const performanceDeadline = `${formatChineseDate(dueOn(2))}前全部付清`
  return { ...content, clauses, performanceDeadline }
}

async function signedAgreement(centre: StaffedCentre, caseId: string): Promise<void> {
  const { mediator, head } = centre.as
  const { id } = await mediator.agreements.draft({ caseId })
  const drafted = await mediator.agreements.get({ id })
  const content = contentOf(centre, drafted.parties)
  const { revision } = await mediator.agreements.save({ id, revision: drafted.revision, content })
  const { reasons } = await mediator.agreements.get({ id })
  const passedWarnings = reasons
    .filter(({ level }) => level === 'warn')
    .map(({ ruleId, code, path }) => ({ ruleId, code, path, words: '双方当面确认。' }))
  await mediator.agreements.submit({ id, revision, passedWarnings })
  await head.agreements.approve({ id, revision })
  await mediator.agreements.sign({ id, signatures: await allSignatures(centre, mediator, id) })
}

/** A centre with its people and what `prepare` does there, laid where the app finds it. */
export async function openCentreWith(
  store: string,
  prepare: (centre: StaffedCentre) => Promise<void>,
  now = new Date().toISOString(),
): Promise<void> {
  const centre = await openCentre(testClock(now))
  try {
    await prepare(centre)
    await centre.store().close()
    centre.core.store = undefined
    await cp(centre.core.dir, store, { recursive: true })
  } finally {
    await centre.close()
  }
}

/** A wage dispute that is agreed, signed, paid and visited: its volume is to be made. */
export const openCentreWithFinishedCase = (store: string): Promise<void> =>
  openCentreWith(store, async (centre) => {
    const caseId = await heldCase(centre)
    await signedAgreement(centre, caseId)
    for (const event of ['performFully', 'startFollowUp', 'completeFollowUp'] as const)
      await centre.as.mediator.cases.move({ caseId, event, reason: '当面一次付清，收条在卷。' })
  })

/** The court of the town where the parties live. */
export const rightCourt = '云溪区人民法院'
/** A court as well, of another place. */
export const wrongCourt = '平湖区人民法院'

/** The same dispute, signed today and not yet paid; the courts around are entered. */
export const openCentreWithSignedCase = (store: string): Promise<void> =>
  openCentreWith(store, async (centre) => {
    const { head } = centre.as
    await addOffice(head, 'court', wrongCourt, ['平湖区'])
    await addOffice(head, 'court', rightCourt, ['云溪区', '云溪镇'])
    await signedAgreement(centre, await heldCase(centre))
  })
