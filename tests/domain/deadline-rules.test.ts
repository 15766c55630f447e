import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { loadDeadlineRules } from '#db/deadline-rules.ts'
import { arbitralReviewDeadline } from '#db/domain/deadline/arbitral-review.ts'
import { computeDeadline } from '#db/domain/deadline/compute.ts'
import { confirmationDeadline, enforcementDeadline } from '#db/domain/deadline/confirmation.ts'
import { findRule, rulesOfProfile } from '#db/domain/deadline/find-rule.ts'
import { mediationDeadline } from '#db/domain/deadline/mediation.ts'
import { localDate } from '#db/domain/local-date.ts'
import { loadCalendar } from '#db/law.ts'

const law = fileURLToPath(new URL('../../resources/law', import.meta.url))
const rules = loadDeadlineRules(law)
const calendar = loadCalendar(law)

const scratch = mkdtempSync(join(tmpdir(), 'tanxin-rules-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const idIn = (rule: string, on: string, region?: string) => {
  const found = findRule(rules, { rule, on: localDate(on), ...(region ? { region } : {}) })
  return found.ok
    ? `${found.rule.id} ${found.rule.region} ${found.rule.validFrom}`
    : found.fault.code
}

describe('loadDeadlineRules', () => {
  it('has a row for every rule of the list that has a time in it', () => {
    const known = new Set(rules.flatMap(({ ruleId, also }) => [ruleId, ...also]))
    const timed =
      'A11 B1 C2 C3 C4 C5 C6 C7 C8 C17 D2 E1 E7 E9 E11 F1 F2 F3 F9 F10 F11 F14 F16 F20 ' +
      'G1 G2 G3 G4 G5 G6 G7 G8 G9 H3 H4 I2 I4 I7 I8'
    expect(timed.split(' ').filter((id) => !known.has(id))).toEqual([])
  })

  it.each([
    ['C2', '1month'],
    ['C3', '15day'],
    ['C5', '30day'],
    ['C6.ordinary', '15day'],
    ['C6.summary', '7day'],
    ['C7.answer', '3workday'],
    ['C7.choose', '2workday'],
    ['C17.handle', '60day'],
    ['E1', '30day'],
    ['E9.third', '6month'],
    ['E11', '2year'],
    ['F3', '5day'],
    ['F9.award', '45day'],
    ['F10.setAside', '30day'],
    ['F11', '60workday'],
    ['G1', '1year'],
    ['G4', '3year'],
    ['G4.longest', '20year'],
    ['H3.issue', '15day'],
    ['H4', '7day'],
  ])('gives %s its length of today: %s', (id, length) => {
    const found = findRule(rules, { rule: id, on: localDate('2026-11-22') })
    if (!found.ok) throw new Error(found.fault.code)
    expect(`${found.rule.period.count}${found.rule.period.unit}`).toBe(length)
  })

  it('keeps profile, topic, event and the number of reminders of a rule the same in all versions', () => {
    for (const id of new Set(rules.map((rule) => rule.id))) {
      const shape = rules
        .filter((rule) => rule.id === id)
        .map(({ profiles, topic, event, direction }) =>
          JSON.stringify([profiles, topic, event, direction]),
        )
      expect(new Set(shape).size, id).toBe(1)
    }
  })

  it('marks as not verified what was not read: F1 nationally, but not in Zhejiang', () => {
    const marks = rules
      .filter(({ id }) => ['F1', 'A11', 'C2'].includes(id))
      .map(({ id, region, verified }) => `${id} ${region} ${verified}`)
    expect(marks.toSorted()).toEqual([
      'A11 CN false',
      'C2 330200 false',
      'C2 440300 true',
      'C2 CN false',
      'F1 330000 true',
      'F1 CN false',
    ])
  })

  it('keeps house policy apart from law', () => {
    const policy = rules.filter(({ kind }) => kind === 'policy').map(({ ruleId }) => ruleId)
    expect(new Set(policy)).toEqual(new Set(['I2']))
  })

  it('refuses two versions of a rule on the same day, and a file of another shape', () => {
    cpSync(law, scratch, { recursive: true })
    const path = join(scratch, 'deadlines-440300.json')
    const file = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...file, value: [file.value[0], file.value[0]] }))
    expect(() => loadDeadlineRules(scratch)).toThrow('two versions of C2 in 440300')
    writeFileSync(path, JSON.stringify({ ...file, value: [{ ...file.value[0], count: 3 }] }))
    expect(() => loadDeadlineRules(scratch)).toThrow('count')
  })
})

describe('findRule', () => {
  it('takes the law of the day of the event', () => {
    expect(idIn('E1', '2026-11-22')).toBe('E1 CN 2024-01-01')
    expect(idIn('E1', '2023-12-31')).toBe('E1 CN 2022-01-01')
    expect(idIn('E1', '2010-12-31')).toBe('deadline.notInForce')
    expect(idIn('G4', '2015-09-30')).toBe('G4 CN 1987-01-01')
    expect(idIn('G4', '2015-10-01')).toBe('G4 CN 2015-10-01')
    expect(idIn('C5', '2021-12-31')).toBe('C5 CN 2016-07-01')
  })

  it('takes the nearest region: county, city, province, country', () => {
    expect(idIn('C3', '2026-11-22', '330502')).toBe('C3 330000 2016-01-01')
    expect(idIn('C3', '2015-12-31', '330502')).toBe('C3 CN 2008-05-01')
    expect(idIn('C3', '2026-11-22', '320900')).toBe('C3 CN 2008-05-01')
    expect(idIn('C2', '2026-11-22', '440305')).toBe('C2 440300 2022-05-01')
    expect(idIn('I7.opinion', '2026-11-22', '330502')).toBe('I7.opinion 330000 2016-12-01')
    expect(idIn('I7.opinion', '2026-11-22', '320900')).toBe('deadline.otherRegion')
    expect(idIn('I7.opinion', '2026-11-22')).toBe('deadline.otherRegion')
  })

  it('finds by the row of the list when that has one rule, and asks back when it has more', () => {
    expect(idIn('D2', '2026-11-22')).toBe('E1 CN 2024-01-01')
    expect(idIn('G6', '2026-11-22')).toBe('E11 CN 2024-01-01')
    expect(findRule(rules, { rule: 'F14', on: localDate('2026-11-22') })).toMatchObject({
      ok: false,
      fault: {
        code: 'deadline.ruleAmbiguous',
        details: { rules: expect.arrayContaining(['F14.employer', 'F14.worker']) },
      },
    })
    expect(idIn('Z9', '2026-11-22')).toBe('deadline.unknownRule')
  })
})

describe('rulesOfProfile', () => {
  const ids = (profile: Parameters<typeof rulesOfProfile>[1], region?: string) =>
    rulesOfProfile(rules, profile, { on: localDate('2026-11-22'), ...(region ? { region } : {}) })
  const mediation = (profile: Parameters<typeof rulesOfProfile>[1]) =>
    ids(profile)
      .filter(({ topic }) => topic === 'mediation')
      .map(({ id }) => id)

  it('gives every procedure its own clock of mediation', () => {
    expect(mediation('people')).toEqual(['C2'])
    expect(mediation('labour')).toEqual(['C3', 'C4'])
    expect(mediation('courtBefore')).toEqual(['C5'])
    expect(mediation('courtAfter')).toEqual(['C6.ordinary', 'C6.summary'])
    expect(ids('petition').filter(({ topic }) => topic === 'petition')).toHaveLength(6)
  })

  it('gives each rule once, in the version of the day and the region', () => {
    const here = ids('labour', '330502')
    expect(new Set(here.map(({ id }) => id)).size).toBe(here.length)
    expect(here.find(({ id }) => id === 'F1')?.region).toBe('330000')
    expect(here.some(({ id }) => id === 'F9.summary')).toBe(true)
    expect(ids('labour').some(({ id }) => id === 'F9.summary')).toBe(false)
  })
})

describe('the clocks that the case shows', () => {
  it('are the rules of the tables', () => {
    const on = localDate('2026-09-01')
    const shown = [
      confirmationDeadline(on, calendar),
      enforcementDeadline(on, calendar),
      arbitralReviewDeadline(on, calendar),
      mediationDeadline('02.01', on, calendar),
      mediationDeadline('10.02', on, calendar),
    ]
    expect(shown.map(({ ruleId }) => ruleId)).toEqual(['E1', 'E11', 'F1', 'C2', 'C3'])
    for (const deadline of shown) {
      const found = findRule(rules, { rule: deadline.ruleId, on })
      const answer = found.ok && computeDeadline(found.rule, { base: on }, calendar)
      if (!answer || !answer.ok) throw new Error(deadline.ruleId)
      expect(answer.deadline).toMatchObject(deadline)
    }
  })
})
