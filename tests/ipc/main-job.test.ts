import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timelineWords } from '../../renderer/lib/labels/timeline.ts'
import { advanceQueue } from '#ipc/print-queue.ts'
import type { StaffedCentre } from '#tests/support/centre.ts'
import {
  allSignatures,
  arrearsFen,
  draftedAgreement,
  heldSession,
  wageForm,
} from '#tests/support/wage-case.ts'
import { openWatchedCentre } from '#tests/support/watched-centre.ts'

describe('the main job through the door', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openWatchedCentre()
  })
  afterAll(() => centre.close())

  it('takes a wage dispute from the window to an agreement in effect', async () => {
    const { receptionist, mediator, head } = centre.as
    expect(arrearsFen).toBe(1_704_828)

    const registered = await receptionist.intake.submit({ form: wageForm() })
    expect(registered).toMatchObject({ caseNumber: 'MT-2026-000001', accepted: true })
    const { caseId } = registered
    const [choice] = await receptionist.cases.mediators({})
    await receptionist.cases.assign({ caseId, mediatorId: choice?.id ?? '' })
    expect((await mediator.cases.today({})).toTake.map(({ id }) => id)).toEqual([caseId])

    await heldSession(centre, caseId)
    const drafted = await draftedAgreement(centre, caseId)
    await mediator.agreements.submit(drafted)
    expect((await head.agreements.queue({})).toReview.map(({ id }) => id)).toEqual([drafted.id])
    const { fileNumber } = await head.agreements.approve(drafted)
    expect(fileNumber).toBe('（2026）云人调字第1号')
    await head.papers.print({ form: 'f10', objectId: drafted.id, copies: 3 })
    await advanceQueue(centre.core)
    expect(centre.host.printed).toMatchObject([{ copies: 3 }])

    const signatures = await allSignatures(centre, mediator, drafted.id)
    const signed = await mediator.agreements.sign({ id: drafted.id, signatures })
    expect(signed).toEqual({ effectiveOn: '2026-11-22' })

    const record = await mediator.cases.get({ id: caseId })
    expect(record).toMatchObject({
      status: 'effective',
      agreementNumber: fileNumber,
      nextStep: { code: 'applyForArbitralReview' },
    })
    const { content } = await mediator.agreements.get({ id: drafted.id })
    expect(content.clauses[0]?.payment?.instalments.map(({ amountFen }) => amountFen)).toEqual([
      568_276, 568_276, 568_276,
    ])
  })

  it('has words for everything that it wrote on the time line', async () => {
    const { items } = await centre.as.head.cases.list({ view: 'all', limit: 10 })
    const { timeline } = await centre.as.head.cases.get({ id: items[0]?.id ?? '' })
    const untold = timeline.filter((item) => timelineWords(item).title === '其他事项')
    expect(untold.map(({ kind }) => kind)).toEqual([])
  })

  it('leaves a store that verifies clean', async () => {
    expect(await centre.as.head.audit.verify({})).toEqual({ clean: true, findings: [] })
  })
})
