import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const own = {
  title: '厂里发的过年钱',
  typeCodes: ['10'],
  kind: 'other' as const,
  text: '【付款人】另付过年钱【金额】。',
  note: '只用于本镇童装厂。',
}

describe('clauses', () => {
  it('that fit the dispute come first, general ones after', async () => {
    const list = await centre.as.mediator.clauses.list({ typeCode: '10.02' })
    const firstGeneral = list.findIndex(({ fits }) => !fits)
    expect(firstGeneral).toBeGreaterThan(0)
    expect(list.slice(firstGeneral).every(({ fits }) => !fits)).toBe(true)
    expect(list.slice(0, firstGeneral).some(({ group }) => group === 'wages')).toBe(true)
    expect(list.some(({ group }) => group === 'rent')).toBe(false)
  })

  it('of the centre are added, changed and taken away', async () => {
    const { mediator, otherMediator } = centre.as
    const { id } = await mediator.clauses.add(own)
    const find = async () =>
      (await otherMediator.clauses.list({ typeCode: '10.02' })).find((each) => each.id === id)
    expect(await find()).toMatchObject({ ...own, isOwn: true, fits: true })
    await mediator.clauses.change({ id, ...own, title: '过年钱' })
    expect(await find()).toMatchObject({ title: '过年钱' })
    await mediator.clauses.remove({ id })
    expect(await find()).toBeUndefined()
    expect(await refusalCode(mediator.clauses.remove({ id }))).toBe('clauses.notFound')
    expect(await refusalCode(mediator.clauses.change({ id, ...own }))).toBe('clauses.notFound')
  })

  it('with a fee or a waiver of social insurance are refused, and so are open brackets', async () => {
    for (const text of ['双方各交调解费100元。', '甲方不缴纳社保。', '【付款人付清。']) {
      const told = await refusal(centre.as.mediator.clauses.add({ ...own, text }))
      expect(told.code).toBe('clauses.invalid')
      expect(told.reasons?.length).toBeGreaterThan(0)
    }
  })

  it('come with the phrases of the room', async () => {
    const phrases = await centre.as.mediator.clauses.phrases({})
    expect(phrases.length).toBeGreaterThanOrEqual(25)
    expect(new Set(phrases.map(({ key }) => key)).size).toBe(phrases.length)
  })
})
