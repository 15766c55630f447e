import { describe, expect, it } from 'vitest'
import { examine } from '#db/domain/dossier/examine.ts'
import { findingText } from '#db/domain/dossier/messages.ts'
import { dossierRules, mendFor, reviewPoints } from '#db/domain/dossier/rules.ts'
import { cleanDossiers, type CleanKind } from './doctor-clean.ts'
import type { Damage } from './doctor-damage.ts'
import { allFindings, damages } from './doctor-damages.ts'
import { asInCounty, calendar, county, found, national, today } from './doctor-fixture.ts'

const kinds = Object.keys(cleanDossiers) as CleanKind[]

describe('examine, of dossiers in order', () => {
  it.each(kinds)('has nothing against %s', (kind) => {
    expect(found(cleanDossiers[kind](), national)).toEqual([])
    expect(found(asInCounty(cleanDossiers[kind]()), county)).toEqual([])
  })
})

const damaged = ({ of, change, under }: Damage) => {
  const dossier = change(cleanDossiers[of]())
  return under === 'county' ? asInCounty(dossier) : dossier
}
const packOf = ({ under }: Damage) => (under === 'county' ? county : national)
const examined = (damage: Damage) => examine(damaged(damage), packOf(damage), today, calendar)

it('is shown on at least forty damaged dossiers and ten clean ones', () => {
  expect(damages.length).toBeGreaterThanOrEqual(40)
  expect(kinds.length).toBeGreaterThanOrEqual(10)
})

describe('examine, of damaged dossiers', () => {
  it.each(damages.map((damage) => ({ ...damage, damage })))(
    'finds $name in $of, and only that',
    ({ damage }) => {
      expect(found(damaged(damage), packOf(damage)).toSorted()).toEqual(damage.finds.toSorted())
    },
  )

  it('has a damaged dossier for every rule and code, each named once', () => {
    expect([...new Set(damages.map(({ finds: [first] }) => first))].toSorted()).toEqual(
      allFindings.toSorted(),
    )
    const names = damages.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(damages.length).toBeGreaterThanOrEqual(45)
  })

  it('gives each finding the point of its rule and a level from the pack', () => {
    for (const damage of damages)
      for (const { ruleId, point, code, mend, level, form } of examined(damage)) {
        expect(ruleId.startsWith(`V${point}-`)).toBe(true)
        expect(dossierRules[ruleId].point).toBe(point)
        expect(reviewPoints[point - 1]).toBeDefined()
        expect(mend).toBe(mendFor(code, form))
        expect(['block', 'warn', 'info']).toContain(level)
      }
  })

  it('leads to the paper, or to the case when there is none', () => {
    for (const damage of damages) {
      const dossier = damaged(damage)
      const objects = new Set([dossier.case.id, ...dossier.papers.map(({ id }) => id)])
      for (const { place, form } of examined(damage)) {
        expect(objects.has(place.objectId), damage.name).toBe(true)
        expect(place.form).toBe(form)
      }
    }
  })
})

describe('mendFor', () => {
  it('never has a paper made up that others make or that tells of an event', () => {
    expect(mendFor('paperMissing', 'f00')).toBe('makePaper')
    for (const form of ['f05', 'f06', 'f12', 'f30'] as const)
      expect(mendFor('paperMissing', form)).toBe('fetchPaper')
    for (const form of ['f02', 'f04', 'f09', 'f10'] as const)
      expect(mendFor('paperMissingForParty', form)).toBe('findPaper')
    expect(mendFor('signatureMissing', 'f10')).toBe('sign')
  })
})

describe('findingText', () => {
  it('says in plain words what, where and what to do', () => {
    for (const damage of damages)
      for (const finding of examined(damage)) {
        const { rule, where, mend } = findingText(finding, damaged(damage))
        for (const text of [rule, where, mend]) {
          expect(text, damage.name).toMatch(/[\u4e00-\u9fa5]/)
          expect(text, damage.name).not.toMatch(/undefined|NaN|\[object|不详|“”|《》/)
          expect(text, damage.name).not.toMatch(/[a-z]{2,}|\d{4}-\d{2}-\d{2}/)
        }
      }
  })

  const say = (name: string) => {
    const damage = damages.find((one) => one.name === name)
    if (!damage) throw new RangeError(name)
    const [finding] = examined(damage)
    if (!finding) throw new RangeError(`nothing found: ${name}`)
    return findingText(finding, damaged(damage))
  }

  it('names both forms of a name', () => {
    expect(say('张建囯 for 张建国')).toEqual({
      rule: '姓名写成“张建囯”，应当是“张建国”，字形相近，多半是写错了',
      where: '《人民调解记录》（2026年9月10日，第 6—8 页）',
      mend: '对照身份证件，在《人民调解记录》上更正并请当事人按指印；登记错的，改登记后重新打印',
    })
  })

  it('tells the one wrong digit and does not print the number', () => {
    expect(say('one digit of an ID number').rule).toBe(
      '张建国的身份证号第 14 位写成“9”，登记的是“4”',
    )
  })

  it('says sums in yuan and days in Chinese', () => {
    expect(say('instalments that do not add up').rule).toBe(
      '各期加起来 41,000.00 元，总额写的是 40,800.00 元',
    )
    expect(say('thirty-one days to the court').rule).toBe(
      '司法确认最迟2026年10月10日申请，2026年10月13日才申请',
    )
  })

  it('says where a paper is missing', () => {
    expect(say('neither application nor register')).toEqual({
      rule: '卷里没有《人民调解申请书》，也没有《人民调解受理登记表》',
      where: '卷内《人民调解申请书》的位置',
      mend: '找到《人民调解申请书》的原件放回去；确实没做的，请当事人到场补做，写补做当天的日期，并写进《卷宗情况说明》',
    })
  })
})
