import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allErrorCodes, storeErrorCodes } from '#db/domain/errors.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { failureOf, refusal } from '#tests/support/refusal.ts'
import { nowhere } from '#tests/support/nowhere.ts'
import { wageForm } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

describe('a refusal', () => {
  it('crosses the door as a permanent code with plain data', async () => {
    const { mediator, receptionist } = centre.as
    const told = [
      await refusal(mediator.agreements.get({ id: nowhere })),
      await refusal(mediator.sessions.get({ id: nowhere })),
      await refusal(receptionist.cases.get({ id: nowhere })),
      await refusal(receptionist.intake.submit({ form: { ...wageForm(), parties: [] } })),
    ]
    expect(told).toMatchObject([
      { code: 'agreements.notFound' },
      { code: 'sessions.notFound' },
      { code: 'cases.notFound' },
      {
        code: 'intake.incomplete',
        reasons: [{ ruleId: 'P', code: 'partyRequired', path: 'parties' }],
      },
    ])
    const known: readonly string[] = [...allErrorCodes, ...storeErrorCodes]
    expect(told.filter(({ code }) => !known.includes(code))).toEqual([])
  })
})

describe('a defect', () => {
  it('tells the page a reference and nothing else, and the log where but not what', async () => {
    const { connection } = centre.store()
    connection.exec(`CREATE TRIGGER fail BEFORE INSERT ON cases
      BEGIN SELECT RAISE(ABORT, '张三的秘密 secret'); END`)
    const failure = await failureOf(centre.as.receptionist.intake.submit({ form: wageForm() }))
    connection.exec('DROP TRIGGER fail')
    expect(failure.code).toBe('DEFECT')
    expect(failure.data).toEqual({ ref: expect.stringMatching(/^[0-9a-f]{8}$/) })
    const line = centre.log.at(-1)
    expect(line).toMatchObject({
      level: 'error',
      code: 'defect',
      fields: {
        ...(failure.data as object),
        operation: 'intake.submit',
        code: 'SQLITE_CONSTRAINT_TRIGGER',
      },
    })
    expect(JSON.stringify([failure.toJSON(), line])).not.toMatch(/秘密|secret|张三/)
  })

  it('of a full disk is told as a full disk', async () => {
    const { connection } = centre.store()
    const used = Number(connection.get('PRAGMA page_count')?.['page_count'])
    connection.exec(`PRAGMA max_page_count = ${used}`)
    const narrative = '很长的经过。'.repeat(3000)
    const told = await refusal(
      centre.as.receptionist.intake.submit({ form: { ...wageForm(), narrative } }),
    )
    connection.exec('PRAGMA max_page_count = 1000000000')
    expect(told.code).toBe('store.diskFull')
    expect(await centre.as.receptionist.intake.submit({ form: wageForm() })).toMatchObject({
      caseNumber: 'MT-2026-000001',
    })
  })
})
