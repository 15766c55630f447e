import type { CaseEvent } from '#db/domain/case/status.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { applyEvent } from '#db/services/case-events.ts'
import { paperText } from '#documents/paper-text.ts'
import { casePaper } from '#ipc/case-papers.ts'
import { formShelf } from '#ipc/form-shelf.ts'
import { testClock } from '#tests/db/store-fixture.ts'
import { openCentre, staff, type StaffedCentre } from './centre.ts'
import { allSignatures, approvedAgreement, heldCase } from './wage-case.ts'

type Paying = { spread?: boolean; proofIds?: string[]; method?: string }

/** A centre with one case agreed and signed: three instalments of 5,682.76 on 20 December, January and February. */
export async function openSignedCase() {
  const clock = testClock()
  const centre = await openCentre(clock)
  return { clock, centre, ...(await signedCase(centre, clock)) }
}

async function signedCase(centre: StaffedCentre, clock: ReturnType<typeof testClock>) {
  const { mediator } = centre.as
  const caseId = await heldCase(centre)
  const { id: agreementId, fileNumber } = await approvedAgreement(centre, caseId)
  await mediator.agreements.sign({
    id: agreementId,
    signatures: await allSignatures(centre, mediator, agreementId),
  })
  const get = () => mediator.obligations.get({ caseId })
  return {
    caseId,
    agreementId,
    fileNumber,
    mediator,
    get,
    states: async () => (await get()).obligations.map(({ state }) => state),
    statusOf: async () => (await mediator.cases.get({ id: caseId })).status,
    today: () => localDateOf(clock.now()),
    /** Noon in China of a day. */
    goTo: (day: string) => clock.setWall(`${day}T04:00:00.000Z`),
    /** Today, of the instalment at this place. */
    async pay(index: number, amountFen: number, { spread, proofIds, method }: Paying = {}) {
      const { obligations } = await get()
      const inForce = obligations.filter(({ state }) => state !== 'dropped')
      return mediator.obligations.record({
        obligationId: inForce[index]?.id ?? '',
        doneOn: localDateOf(clock.now()),
        amountFen,
        method: method ?? 'bankTransfer',
        note: '',
        proofIds: proofIds ?? [],
        spread: spread ?? false,
      })
    },
    /** A step of the case that another part of the house makes. */
    step: (event: CaseEvent) =>
      centre
        .store()
        .db.transaction()
        .execute(async (tx) => {
          const row = await tx
            .selectFrom('cases')
            .select(['id', 'status'])
            .where('id', '=', caseId)
            .executeTakeFirstOrThrow()
          const actor = { userId: centre.ids.mediator, role: 'mediator' as const }
          await applyEvent({ tx, actor, now: clock.now() }, row, event)
        }),
    paper: async (form: string, objectId: string) => {
      const asking = {
        db: centre.store().db,
        actor: { userId: centre.ids.mediator, role: 'mediator' as const, name: staff.mediator },
        now: clock.now(),
        notice: centre.core.notice,
        forms: formShelf(centre.core),
        law: centre.core,
      }
      return paperText((await casePaper(asking, form, objectId)).paper)
    },
  }
}
