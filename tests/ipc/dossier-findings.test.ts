import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { printed, scanned, visitedCase } from '#tests/support/volume-case.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const get = (caseId: string) => centre.as.mediator.dossiers.get({ caseId })

describe('an identity copy', () => {
  it('wants no signature, may be confirmed, and no finding on another paper cites the article on the agreement', async () => {
    const caseId = await visitedCase(centre)
    const { mediator } = centre.as
    const { partyRecords } = await mediator.cases.get({ id: caseId })
    const key = { form: 'f05', objectId: partyRecords[0]?.id ?? '' }
    await scanned(centre, caseId, key)
    const { findings } = await get(caseId)
    const unsigned = findings.filter(({ ruleId }) => ['V3-signatures', 'V3-seal'].includes(ruleId))
    expect(unsigned.map(({ where }) => where)).toContainEqual(expect.stringContaining('卷宗封面'))
    expect(unsigned.filter(({ where }) => where.includes('身份证明'))).toEqual([])
    for (const { where, source } of unsigned)
      expect(source.includes('第二十九条'), where).toBe(where.includes('人民调解协议书'))
    await mediator.dossiers.confirmSigned({ ...key, signed: true })
    const { papers } = await get(caseId)
    expect(papers.find(({ objectId }) => objectId === key.objectId)).toMatchObject({
      wantsSigning: true,
      signed: true,
    })
  })
})

describe('a volume that was never printed', () => {
  it('lacks no page numbers: one line says that they come by themselves', async () => {
    const caseId = await visitedCase(centre)
    const ofPages = async () =>
      (await get(caseId)).findings.filter(({ ruleId }) => ruleId === 'V7-pages')
    expect(await ofPages()).toMatchObject([
      { level: 'info', where: '整卷', mend: '打印整卷时会自动编页码' },
    ])
    await printed(centre, caseId, { form: 'f03', objectId: caseId })
    const left = await ofPages()
    expect(left.length).toBeGreaterThan(0)
    for (const { rule, mend } of left)
      expect([rule, mend]).toEqual(['还没有打印，没有页码', '打印整卷时会自动编页码'])
  })
})
