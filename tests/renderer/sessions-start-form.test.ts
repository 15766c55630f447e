import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '#contract/cases.ts'
import {
  presetStartForm,
  reasonsNotToStart,
  startInput,
  type Seat,
} from '../../renderer/features/sessions/start-form.ts'

type Party = CaseRecord['partyRecords'][number]
const person = (id: string, role: Party['role'], name: string): Party => ({
  id,
  kind: 'person',
  role,
  name,
  representatives: [],
})
const company: Party = {
  id: 'p2',
  kind: 'organisation',
  role: 'respondent',
  name: '示例服饰有限公司',
  representatives: [
    { kind: 'legalRepresentative', name: '周某乙' },
    { kind: 'agent', name: '吴某丙', authority: 'special' },
  ],
}
const record = (partyRecords: Party[], sourceCode = 'S20') =>
  ({ partyRecords, sourceCode }) as unknown as CaseRecord
const me = { name: '王某' }
const present = (seats: readonly Seat[]) =>
  seats.filter((seat) => seat.isPresent).map((seat) => seat.name)

describe('presetStartForm', () => {
  it('seats the mediator first, then persons themselves and one who speaks for a company', () => {
    const form = presetStartForm(record([person('p1', 'applicant', '张某甲'), company]), me)
    expect(form.seats.map(({ name, capacity, note }) => [name, capacity, note])).toEqual([
      ['王某', 'mediator', ''],
      ['张某甲', 'party', '申请人'],
      ['示例服饰有限公司', 'party', '被申请人'],
      ['周某乙', 'representative', '被申请人示例服饰有限公司的法定代表人'],
      ['吴某丙', 'representative', '被申请人示例服饰有限公司的委托代理人，特别授权'],
    ])
    expect(present(form.seats)).toEqual(['王某', '张某甲', '周某乙'])
    expect(form).toMatchObject({ place: '调解室', isOpen: true, recorderName: '王某' })
  })

  it('seats the guardian in place of a ward', () => {
    const ward = {
      ...person('p1', 'applicant', '小某'),
      representatives: [{ kind: 'guardian' as const, name: '其母' }],
    }
    expect(present(presetStartForm(record([ward]), me).seats)).toEqual(['王某', '其母'])
  })

  it('seats the legal representative whom the record of a company names', () => {
    const named = {
      ...company,
      representatives: [],
      legalRepName: '李某丁',
      legalRepTitle: '厂长',
    }
    const { seats } = presetStartForm(record([named]), me)
    expect(present(seats)).toEqual(['王某', '李某丁'])
    expect(seats.at(-1)).toMatchObject({
      capacity: 'representative',
      note: '被申请人示例服饰有限公司的法定代表人，厂长',
    })
  })

  it('seats a company that nobody is registered for', () => {
    const form = presetStartForm(record([{ ...company, representatives: [] }]), me)
    expect(present(form.seats)).toEqual(['王某', '示例服饰有限公司'])
  })

  it('closes talks that a court has sent (rule C10)', () => {
    expect(presetStartForm(record([], 'S30'), me).isOpen).toBe(false)
    expect(presetStartForm(record([], 'S31'), me).isOpen).toBe(false)
  })
})

describe('reasonsNotToStart', () => {
  const form = presetStartForm(record([person('p1', 'applicant', '张某甲')]), me)
  const helper: Seat = {
    key: 'h',
    capacity: 'helper',
    name: '邻居',
    note: '',
    consented: false,
    isPresent: true,
  }

  it('lets the preset start', () => {
    expect(reasonsNotToStart(form)).toEqual([])
  })

  it('asks the consent of the parties for helpers who are there (rule B7)', () => {
    expect(reasonsNotToStart({ ...form, seats: [...form.seats, helper] })).toEqual(['noConsent'])
    const agreed = { ...helper, consented: true }
    expect(reasonsNotToStart({ ...form, seats: [...form.seats, agreed] })).toEqual([])
    const away = { ...helper, isPresent: false }
    expect(reasonsNotToStart({ ...form, seats: [...form.seats, away] })).toEqual([])
  })

  it('names everything that is missing at once', () => {
    const seats = form.seats.map((seat) => ({ ...seat, isPresent: seat.capacity === 'mediator' }))
    expect(reasonsNotToStart({ seats, place: ' ', isOpen: true, recorderName: '' })).toEqual([
      'onlyOne',
      'noPlace',
      'noRecorder',
    ])
  })
})

describe('startInput', () => {
  it('sends only those who are there, trimmed', () => {
    const form = presetStartForm(record([person('p1', 'applicant', '张某甲 '), company]), me)
    expect(startInput('c1', { ...form, place: ' 二楼 ' })).toEqual({
      caseId: 'c1',
      place: '二楼',
      isOpen: true,
      recorderName: '王某',
      attendees: [
        { capacity: 'mediator', name: '王某', note: '', consented: true },
        { capacity: 'party', partyId: 'p1', name: '张某甲', note: '申请人', consented: true },
        {
          capacity: 'representative',
          partyId: 'p2',
          name: '周某乙',
          note: '被申请人示例服饰有限公司的法定代表人',
          consented: true,
        },
      ],
    })
  })
})
