import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, staff, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { assignedCase, wageForm } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
let ours: string
let theirs: string

/** As the papers write it when one leaves the house. */
function putOut(caseId: string, form: string, by: 'mediator' | 'receptionist', at: string) {
  const id = uuid()
  centre.store().connection.run(
    `INSERT INTO paper_outputs (id, case_id, form, object_id, channel, copies, at, actor_id)
       VALUES (?, ?, ?, ?, 'printer', 2, ?, ?)`,
    [id, caseId, form, caseId, at, centre.ids[by]],
  )
  return id
}

const instant = (minute: number) => `2026-11-22T03:${String(minute).padStart(2, '0')}:00.000Z`

beforeAll(async () => {
  centre = await openCentre()
  ours = await assignedCase(centre)
  theirs = (await centre.as.receptionist.intake.submit({ form: wageForm() })).caseId
  await centre.as.head.cases.assign({ caseId: theirs, mediatorId: centre.ids.otherMediator })
  putOut(ours, 'receipt', 'receptionist', instant(1))
  putOut(ours, 'f09', 'mediator', instant(2))
  // A volume: all its papers leave at one instant.
  for (const form of ['f03', 'f04', 'f10']) putOut(theirs, form, 'mediator', instant(3))
  putOut(theirs, 'f24', 'mediator', instant(4))
})
afterAll(() => centre.close())

const forms = async (client: Client, filter: object = {}) =>
  (await client.printing.log({ limit: 500, ...filter })).items.map(({ form }) => form)

describe('printing.log', () => {
  it('tells the newest first, with who and which case', async () => {
    const { items } = await centre.as.head.printing.log({ limit: 500 })
    expect(items.map(({ at }) => at)).toEqual(
      items.map(({ at }) => at).toSorted((a, b) => (a < b ? 1 : -1)),
    )
    expect(items).toHaveLength(6)
    expect(items.at(-1)).toMatchObject({
      form: 'receipt',
      actorName: staff.receptionist,
      caseId: ours,
      caseNumber: 'MT-2026-000001',
      channel: 'printer',
      copies: 2,
    })
    expect(items.at(-1)?.title).toContain('张三')
  })

  it('shows a mediator the own cases, and the window what it put out itself', async () => {
    expect(await forms(centre.as.mediator)).toEqual(['f09', 'receipt'])
    expect((await forms(centre.as.otherMediator)).toSorted()).toEqual(['f03', 'f04', 'f10', 'f24'])
    expect(await forms(centre.as.receptionist)).toEqual(['receipt'])
    expect(await forms(centre.as.mediator, { caseId: theirs })).toEqual([])
  })

  it('names no party to the administrator', async () => {
    const log = await centre.as.administrator.printing.log({ limit: 500 })
    expect(log.items).toHaveLength(6)
    expect(JSON.stringify(log)).not.toMatch(/张三|晨光/)
  })

  it('loses nothing between pages, though many left at one instant', async () => {
    const seen: string[] = []
    let before: string | undefined
    for (let pages = 0; pages < 10; pages += 1) {
      const page = await centre.as.head.printing.log({ limit: 2, ...(before && { before }) })
      seen.push(...page.items.map(({ id }) => id))
      before = page.next
      if (before === undefined) break
    }
    expect(before).toBeUndefined()
    expect(new Set(seen).size).toBe(6)
    expect(seen).toHaveLength(6)
  })

  it('tells of one case', async () => {
    expect(await forms(centre.as.head, { caseId: ours })).toEqual(['f09', 'receipt'])
  })
})
