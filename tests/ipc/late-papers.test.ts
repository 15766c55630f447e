import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { fakePdf } from '#tests/support/fake-pdf.ts'
import { scanned, visitedCase } from '#tests/support/volume-case.ts'

let centre: StaffedCentre
/** Numbers that were stamped on the last volume, in order. */
let numbers: string[]

beforeAll(async () => {
  centre = await openCentre()
  const { renderPdf } = centre.host
  centre.host.renderPdf = (page) => {
    if (page.title !== 'stamps') return renderPdf(page)
    numbers = [...page.html.matchAll(/<p class="number[^>]*>([^<]*)</gu)].map(
      ([, text = '']) => text,
    )
    return fakePdf(page)
  }
})
afterAll(() => centre.close())
beforeEach(() => {
  centre.host.rendered.length = 0
})

const lastPaper = (title: string) =>
  (
    centre.host.rendered.findLast(({ html }) => html.includes(`<title>${title}</title>`))?.html ??
    ''
  )
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')

describe('papers that come after closing', () => {
  const late = { lateReason: '当事人今天才交来' }
  const rangesOf = async (caseId: string) => {
    const { contents } = await centre.as.mediator.volumes.preview({ caseId })
    return contents.map(({ form, objectId, pages }) => [form, objectId === caseId, pages])
  }

  it('are numbered on behind what was bound, which keeps its numbers', async () => {
    const caseId = await visitedCase(centre)
    const { partyRecords } = await centre.as.mediator.cases.get({ id: caseId })
    const [first, second] = partyRecords.map(({ id }) => id)
    await scanned(centre, caseId, { form: 'f05', objectId: first ?? '' }, { pages: 2 })
    await centre.as.head.dossiers.close({ caseId, reason: '先归档，材料随后补' })
    const before = await rangesOf(caseId)
    expect(lastPaper('卷内目录')).not.toContain('归档后补入')
    const last = Number(before.at(-2)?.[2]?.toString().split('-').at(-1))

    centre.clock.pass(60_000)
    await scanned(centre, caseId, { form: 'f05', objectId: second ?? '' }, late)
    expect(await rangesOf(caseId)).toEqual([
      ...before.slice(0, -1),
      ['f05', false, String(last + 1)],
      before.at(-1),
    ])
    const listed = lastPaper('卷内目录')
    expect(listed).toMatch(new RegExp(`当事人身份证明 ${last + 1} [^；]*；归档后补入`, 'u'))
    expect(listed.match(/归档后补入/gu)).toHaveLength(1)
    expect(lastPaper('封底')).toContain(`本卷共 ${last + 1} 页`)
    expect(numbers).toEqual(Array.from({ length: last + 1 }, (_, index) => `${index + 1}`))

    // What comes later still lies behind that, though its place in the dossier is before it.
    centre.clock.pass(60_000)
    await scanned(centre, caseId, { form: 'f02', objectId: caseId }, { ...late, pages: 2 })
    expect(await rangesOf(caseId)).toEqual([
      ...before.slice(0, -1),
      ['f05', false, String(last + 1)],
      ['f02', true, `${last + 2}-${last + 3}`],
      before.at(-1),
    ])
  })

  it('are further sheets of a bound paper too, while the scan of a bound page lies in its place', async () => {
    const caseId = await visitedCase(centre)
    const { mediator } = centre.as
    const { partyRecords, agreements } = await mediator.cases.get({ id: caseId })
    const identity = { form: 'f05', objectId: partyRecords[0]?.id ?? '' }
    const agreement = { form: 'f10', objectId: agreements[0]?.id ?? '' }
    await scanned(centre, caseId, identity)
    await centre.as.head.dossiers.close({ caseId, reason: '先归档，材料随后补' })
    const before = await rangesOf(caseId)
    const last = Number(before.at(-2)?.[2]?.toString().split('-').at(-1))
    centre.clock.pass(60_000)
    await scanned(centre, caseId, identity, { ...late, pages: 2 })
    await scanned(centre, caseId, agreement, late)
    expect(await rangesOf(caseId)).toEqual([
      ...before.slice(0, -1),
      ['f05', false, String(last + 1)],
      before.at(-1),
    ])
  })

  it('lie in their places again once the dossier was opened and closed anew', async () => {
    const caseId = await visitedCase(centre)
    const { head } = centre.as
    await head.dossiers.close({ caseId, reason: '先归档，材料随后补' })
    centre.clock.pass(60_000)
    await scanned(centre, caseId, { form: 'f02', objectId: caseId }, late)
    expect((await rangesOf(caseId)).at(-2)).toMatchObject(['f02', true, expect.any(String)])
    await head.cases.move({ caseId, event: 'reopen', reason: '更正' })
    expect((await rangesOf(caseId))[2]).toEqual(['f02', true, '1'])
  })
})
