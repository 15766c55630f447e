import { describe, expect, it } from 'vitest'
import { parseDossierRules } from '#db/dossier-rules.ts'
import { examine } from '#db/domain/dossier/examine.ts'
import { dossierForms, formTitle, isCounted, volumeOrder } from '#db/domain/dossier/forms.ts'
import { isSameAddress, likeness, numberLikeness } from '#db/domain/dossier/look-alike.ts'
import {
  formOn,
  orderOn,
  type PackLayer,
  resolvePack,
  ruleOn,
  type RuleEntry,
} from '#db/domain/dossier/pack.ts'
import { dossierRuleIds } from '#db/domain/dossier/rules.ts'
import { localDate } from '#db/domain/local-date.ts'
import { cleanDossiers } from './doctor-clean.ts'
import {
  adding,
  calendar,
  county,
  day,
  edit,
  found,
  layers,
  national,
  paper,
  rulesJson,
  shelf,
  today,
  withCase,
  without,
  zhang,
  li,
} from './doctor-fixture.ts'

const nationalEntry = (rule: RuleEntry['rule']): RuleEntry => {
  const entry = layers[0]?.rules.find((one) => one.rule === rule)
  if (!entry) throw new RangeError(rule)
  return entry
}

const packWith = (...rules: RuleEntry[]) => {
  const layer: PackLayer = {
    id: 'own',
    title: '本县',
    region: '示例',
    extends: 'national',
    rules,
    forms: [],
    orders: [],
  }
  return resolvePack([...layers, layer], 'own')
}

describe('the packs', () => {
  it('name every rule in the national one, with a source', () => {
    expect(layers[0]?.rules.map(({ rule }) => rule)).toEqual(dossierRuleIds)
    for (const { rules, forms, orders } of layers)
      for (const { source } of [...rules, ...forms, ...orders]) {
        expect(source.title).toMatch(/[\u4e00-\u9fa5]/)
        expect(!source.verified || source.article !== undefined).toBe(true)
      }
  })

  it('hold today whatever the national one switches on', () => {
    for (const rule of dossierRuleIds)
      expect(ruleOn(national, rule, today)?.rule, rule).toBe(
        nationalEntry(rule).on ? rule : undefined,
      )
  })

  it('let a county switch a rule off, weigh it otherwise and give other days', () => {
    const lax = packWith({ ...nationalEntry('V2-cover'), on: false })
    const bare = without('f00')(cleanDossiers.performed())
    expect(found(bare)).toEqual(['V2-cover paperMissing'])
    expect(found(bare, lax)).toEqual([])
    const mild = packWith({ ...nationalEntry('V2-cover'), level: 'info' })
    expect(examine(bare, mild, today, calendar).map(({ level }) => level)).toEqual(['info'])
    const quick = packWith({ ...nationalEntry('V6-follow-up'), days: 5 })
    expect(found(cleanDossiers.performed(), quick)).toEqual(['V6-follow-up followUpLate'])
  })

  it('judge a step by the rules of its own day', () => {
    const bare = without('f00')(cleanDossiers.performed())
    const off = (more: Partial<RuleEntry>) =>
      packWith({ ...nationalEntry('V2-cover'), on: false, ...more })
    expect(found(bare, off({ from: day('10-12') }))).toEqual([])
    expect(found(bare, off({ from: day('10-13') }))).toEqual(['V2-cover paperMissing'])
    expect(found(bare, off({ to: day('10-12') }))).toEqual([])
    expect(found(bare, off({ to: day('10-11') }))).toEqual(['V2-cover paperMissing'])
    const noNotice = without('f04')(cleanDossiers.performed())
    const later = packWith({ ...nationalEntry('V2-rights-notice'), on: false, to: day('08-31') })
    expect(found(noNotice, later)).toEqual(['V2-rights-notice paperMissing'])
  })

  it('take the wording that began last', () => {
    const early = {
      ...nationalEntry('V2-cover'),
      level: 'info' as const,
      from: localDate('2020-01-01'),
    }
    const late = {
      ...nationalEntry('V2-cover'),
      level: 'warn' as const,
      from: localDate('2025-01-01'),
    }
    for (const pack of [packWith(early, late), packWith(late, early)]) {
      expect(ruleOn(pack, 'V2-cover', today)?.level).toBe('warn')
      expect(ruleOn(pack, 'V2-cover', localDate('2024-12-31'))?.level).toBe('info')
      expect(ruleOn(pack, 'V2-cover', localDate('2019-12-31'))?.level).toBe('block')
    }
  })

  it('say by form who signs, in the county before the nation', () => {
    expect(formOn(national, 'f10', today)?.fingerprint).toBe(false)
    expect(formOn(county, 'f10', today)?.fingerprint).toBe(true)
    expect(formOn(county, 'f10', localDate('2024-12-31'))?.fingerprint).toBe(false)
    expect(formOn(county, 'f13', today)).toEqual(formOn(national, 'f13', today))
    expect(formOn(national, 'other', today)).toBeUndefined()
  })

  it('give the order of the county from its day on', () => {
    expect(orderOn(national, today)).toEqual(volumeOrder)
    expect(orderOn(county, today)[2]).toBe('f17')
    expect(orderOn(county, localDate('2025-12-31'))).toEqual(volumeOrder)
  })

  it('refuse an unknown pack and a circle', () => {
    expect(() => resolvePack(layers, 'nowhere')).toThrow('no pack nowhere')
    const [first] = layers
    if (!first) throw new RangeError('no layers')
    expect(() => resolvePack([{ ...first, extends: 'national' }], 'national')).toThrow('itself')
  })
})

describe('parseDossierRules', () => {
  type File = { sources: Record<string, object>; packs: Record<string, unknown>[] }
  const changed = (change: (file: File) => void) => {
    const file = JSON.parse(rulesJson) as File
    change(file)
    return () => parseDossierRules(JSON.stringify(file))
  }
  const rules = (file: File, index = 0) => file.packs[index]?.['rules'] as Record<string, unknown>[]

  it('reads the shipped file', () => {
    expect(layers.map(({ id }) => id)).toEqual(['national', 'county-example'])
  })

  it.each<[string, (file: File) => void]>([
    [
      'a rule it does not know',
      (file) => Object.assign(rules(file)[0] ?? {}, { rule: 'V9-magic' }),
    ],
    ['a field it does not know', (file) => Object.assign(rules(file)[0] ?? {}, { colour: 'red' })],
    ['a day that is none', (file) => Object.assign(rules(file)[0] ?? {}, { from: '2026-02-30' })],
    ['a source it does not know', (file) => Object.assign(rules(file)[0] ?? {}, { source: 'x' })],
    [
      'an end before the start',
      (file) => Object.assign(rules(file)[0] ?? {}, { to: '2001-01-01' }),
    ],
    ['the same entry twice', (file) => rules(file).push({ ...rules(file)[0] })],
    ['a national pack with a hole', (file) => rules(file).pop()],
    [
      'a visit without days',
      (file) => {
        for (const rule of rules(file)) delete rule['days']
      },
    ],
    ['two packs of one id', (file) => Object.assign(file.packs[1] ?? {}, { id: 'national' })],
    [
      'a pack that extends nothing known',
      (file) => Object.assign(file.packs[1] ?? {}, { extends: 'x' }),
    ],
    [
      'an order with a form left out',
      (file) => {
        const orders = file.packs[1]?.['orders'] as { forms: string[] }[]
        orders[0]?.forms.pop()
      },
    ],
    [
      'a checked source without an article',
      (file) => {
        file.sources['house'] = { title: '某', verified: true }
      },
    ],
  ])('refuses %s', (_, change) => {
    expect(changed(change)).toThrow()
  })
})

describe('volumeOrder', () => {
  it('has the sixteen places of the national set in their order', () => {
    const set = 'f00 f01 f02 f03 f04 f05 f06 f07 f08 f09 f10 f11 f12 f13 f14 f15 f16'.split(' ')
    expect(volumeOrder.filter((form) => set.includes(form))).toEqual(set)
  })

  it('numbers all but cover, contents and back cover, and names every form', () => {
    expect(volumeOrder.filter((form) => !isCounted(form))).toEqual(['f00', 'f01', 'f16'])
    expect(new Set(dossierForms.map(({ title }) => title)).size).toBe(dossierForms.length)
    expect(volumeOrder.map(formTitle).every((title) => /[\u4e00-\u9fa5]/.test(title))).toBe(true)
  })
})

describe('likeness', () => {
  it.each([
    ['张建囯', '张建国', 'lookAlike'],
    ['张建國', '张建国', 'lookAlike'],
    ['张国建', '张建国', 'order'],
    ['张建军', '张建国', 'slip'],
    ['张建', '张建国', 'slip'],
    ['张 建国', '张建国', 'same'],
    ['云溪（制衣）厂', '云溪(制衣)厂', 'same'],
    ['阿依·古丽', '阿依•古丽', 'same'],
    ['张炜', '张伟', 'lookAlike'],
    ['张三', '张伟', 'different'],
    ['王', '张建国', 'different'],
    ['𠮷田明', '吉田明', 'slip'],
    ['', '', 'same'],
    ['', '张', 'different'],
  ])('holds %s against %s: %s', (written, right, how) => {
    expect(likeness(written, right)).toBe(how)
  })
})

describe('numberLikeness', () => {
  it.each([
    ['33050219800304001x', '33050219800304001X', { kind: 'same' }],
    ['３３０５０２', '330502', { kind: 'same' }],
    ['330512', '330502', { kind: 'near', off: 1, at: 5 }],
    ['330520', '330502', { kind: 'near', off: 2 }],
    ['33502', '330502', { kind: 'near', off: 1 }],
    ['111602', '330502', { kind: 'different' }],
    ['1', '330502', { kind: 'different' }],
  ])('holds %s against %s', (written, right, like) => {
    expect(numberLikeness(written, right)).toEqual(like)
  })
})

describe('isSameAddress', () => {
  it('lets province and town be left out, not the house number', () => {
    expect(isSameAddress('云溪镇东街12号', '浙江省湖州市云溪镇东街12号')).toBe(true)
    expect(isSameAddress('东街１２号。', '东街12号')).toBe(true)
    expect(isSameAddress('东街21号', '东街12号')).toBe(false)
    expect(isSameAddress('12号', '东街12号')).toBe(false)
  })
})

describe('examine, at its edges', () => {
  const people = [zhang, li]

  it('lets a namesake of a party mediate who has another ID number', () => {
    const dossier = cleanDossiers.performed()
    const mediators = [...dossier.mediators, { name: zhang.name, idNumber: '110101196001010011' }]
    expect(found({ ...dossier, mediators }).filter((one) => one.startsWith('V1'))).toEqual([])
    const unknown = [...dossier.mediators, { name: zhang.name }]
    expect(found({ ...dossier, mediators: unknown })).toContain('V1-mediator mediatorIsParty')
  })

  it('counts the last day of a period, and the next working day when it is off', () => {
    const ends = (acceptedOn: string, concludedOn: string, days = calendar) =>
      examine(
        withCase({
          appliedOn: day(acceptedOn),
          acceptedOn: day(acceptedOn),
          concludedOn: day(concludedOn),
        })(cleanDossiers.running()),
        national,
        today,
        days,
      ).some(({ code }) => code === 'deadlineMissed')
    expect(ends('08-20', '09-20')).toBe(false)
    expect(ends('09-01', '10-08')).toBe(false)
    expect(ends('09-01', '10-09')).toBe(true)
    expect(ends('09-01', '10-08', [])).toBe(true)
    expect(ends('09-02', '10-02', [])).toBe(false)
  })

  it('does not count an appraisal', () => {
    const slow = withCase({
      acceptedOn: day('10-10'),
      pauses: [{ from: day('10-15'), to: day('10-30') }],
    })
    expect(
      found(slow(cleanDossiers.running())).filter((one) => one.includes('V1-deadline')),
    ).toEqual([])
  })

  it('asks nothing of a case that goes on but what is already due', () => {
    const running = cleanDossiers.running()
    expect(found(running)).toEqual([])
    expect(found(withCase({ outcome: 'failed' })(running))).toContain('V2-cover paperMissing')
  })

  it('does not ask for a visit before its day, nor when somebody wrote down why not', () => {
    const open = withCase({ closedOn: undefined })(without('f13')(cleanDossiers.performed()))
    const on = (date: string) => found(open, national, localDate(date))
    expect(on('2026-10-20')).toEqual([])
    expect(on('2026-10-21')).toEqual(['V6-follow-up followUpMissing'])
    const skipped = withCase({ followUpSkipped: '当事人已迁往外地，电话无法接通' })(open)
    expect(found(skipped)).toEqual([])
  })

  it('holds a paper that came after closing out of the order of dates', () => {
    const late = adding(
      { ...shelf(people).receipt, id: 'f12-2', date: day('11-20'), filedLate: true, amounts: [] },
      shelf(people).note,
    )
    expect(found(late(cleanDossiers.performed()))).toEqual([])
  })

  it('takes either reading of capitals that have two', () => {
    const spoken = edit('f10', (one) => ({
      amounts: one.amounts.map((each) => ({ ...each, capitals: '人民币：肆万零捌佰圆正' })),
    }))
    expect(found(spoken(cleanDossiers.performed()))).toEqual([])
  })

  it('holds an annex to the same names and sums, but does not take it for the paper itself', () => {
    const { agreement } = shelf(people)
    const annex = (name: string) =>
      adding({
        ...agreement,
        id: 'copy',
        partOf: 'f14',
        signedBy: [],
        names: [{ text: name, partyId: 'p1' }],
      })(cleanDossiers.court())
    expect(found(annex('张建国'))).toEqual([])
    expect(found(annex('张建囯'))).toEqual(['V3-names nameNearMiss'])
    expect(found(without('f10')(annex('张建国')))).toContain('V2-agreement paperMissing')
  })

  it('compares with the identity paper when the record has no number', () => {
    const dossier = cleanDossiers.performed()
    const parties = dossier.parties.map(({ idNumber: _idNumber, ...party }) => party)
    expect(found({ ...dossier, parties })).toEqual([])
    const wrong = edit('f10', (one) => ({
      idNumbers: one.idNumbers.map((use) => ({ ...use, text: '110101196001010011' })),
    }))
    expect(found(wrong({ ...dossier, parties }))).toEqual([
      'V3-id-numbers idNumberDiffers',
      'V3-id-numbers idNumberDiffers',
    ])
  })

  it('lets a paper signed on the screen go without a scan', () => {
    const onScreen = edit('f10', (one) => ({
      scans: [],
      signedBy: one.signedBy
        .filter(({ capacity }) => capacity !== 'body')
        .map((each) => ({ ...each, manner: ['screen'] })),
    }))
    expect(found(onScreen(cleanDossiers.performed()))).toEqual(['V3-seal sealMissing'])
  })

  it('has room for papers that no list knows', () => {
    const more = adding(paper('other', { title: '会议签到表', scans: [] }))
    expect(found(more(cleanDossiers.performed()))).toEqual([])
  })
})
