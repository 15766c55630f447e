import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseStatuses } from '#db/domain/case/status.ts'
import {
  body,
  newCentre,
  password,
  staff,
  type Centre,
  type Client,
} from '#tests/support/centre.ts'

describe('dossiers.get, of cases in every state', () => {
  let centre: Centre
  let head: Client
  beforeAll(async () => {
    centre = newCentre()
    head = centre.connect()
    await head.store.create({ body, userName: staff.head, password, practice: true })
  })
  afterAll(() => centre.close())

  it('lists and examines each of them', async () => {
    const { items } = await head.cases.list({ view: 'all', limit: 500 })
    const seen = new Set(items.map(({ status }) => status))
    expect(seen.size).toBeGreaterThan(caseStatuses.length / 2)
    for (const { id, status } of items.slice(0, 120)) {
      const { papers, findings } = await head.dossiers.get({ caseId: id })
      const keys = papers.map(({ form, objectId }) => `${form} ${objectId ?? ''}`)
      expect(new Set(keys).size, keys.join()).toBe(keys.length)
      expect(papers.at(0)?.form).toBe('f00')
      expect(papers.at(-1)?.form).toBe('f16')
      for (const { rule, where, mend } of findings)
        for (const words of [rule, where, mend])
          expect(`${status} ${words}`).not.toMatch(/undefined|不详|NaN|“”|《》/u)
    }
  })
})
