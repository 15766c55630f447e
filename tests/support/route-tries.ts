import { expect } from 'vitest'
import { localDateOf } from '#db/domain/local-date.ts'
import type { StaffedCentre } from './centre.ts'
import { refusalCode } from './refusal.ts'
import { signedCase } from './route-case.ts'
import { sampleInputs } from './sample-inputs.ts'
import { assignedCase } from './wage-case.ts'

/** Every operation of the routes and the offices once, with a refusal of those that may be refused. */
export async function tryRoutes(centre: StaffedCentre): Promise<void> {
  const { mediator, head, receptionist } = centre.as
  const { strengthening } = mediator
  const { caseId } = await signedCase(centre)
  const officeName = '云溪区人民法院'
  const { office } = sampleInputs.offices.save
  const { id: officeId } = await receptionist.offices.save({ revision: 0, office })
  const answers = { joint: true }
  await strengthening.saveAnswers({ caseId, revision: 0, answers })
  expect(await refusalCode(strengthening.saveAnswers({ caseId, revision: 0, answers }))).toBe(
    'strengthening.changedElsewhere',
  )
  const route = 'judicialConfirmation' as const
  expect(
    (await strengthening.preparePack({ caseId, route, officeName })).papers.length,
  ).toBeGreaterThan(2)
  const order = { caseId, officeName, appliedAt: centre.clock.now(), words: '' }
  expect(await refusalCode(strengthening.apply({ ...order, route: 'paymentOrder' }))).toBe(
    'strengthening.routeClosed',
  )
  const { id } = await strengthening.apply({ ...order, route, officeId })
  const on = localDateOf(centre.clock.now())
  await strengthening.progress({ id, revision: 1, step: 'accepted', on })
  const { applications } = await strengthening.get({ caseId })
  expect(applications).toMatchObject([{ id, state: 'accepted', revision: 2 }])
  await head.offices.remove({ id: officeId })
  expect(await head.offices.list({})).toEqual([])

  const other = await assignedCase(centre)
  expect((await strengthening.remedies({ caseId: other })).ways.length).toBeGreaterThan(2)
  const way = { caseId: other, kind: 'commission' as const, officeName, reason: '' }
  await strengthening.prepareHandOver(way)
  await strengthening.handOver({ caseId: other, officeName, reason: '当事人要起诉' })
  expect((await mediator.cases.get({ id: other })).status).toBe('transferred')
}
