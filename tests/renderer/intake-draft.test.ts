import { describe, expect, it } from 'vitest'
import { intakeForm } from '#contract/intake.ts'
import {
  acceptanceFindings,
  isUntouched,
  newIntake,
  peopleCountOf,
  readIntake,
  storedIntake,
  toIntakeForm,
  type IntakeDraft,
} from '../../renderer/features/intake/intake-draft.ts'
import { newParty, newRepresentative, withIdNumber } from '../../renderer/lib/party-draft.ts'

const filled = (): IntakeDraft => ({
  ...newIntake(),
  typeCode: '02.03',
  narrative: ' 楼上漏水，要求赔偿 ',
  parties: [
    { ...newParty('applicant'), name: ' 张甲 ', phone: '138 0000 0000' },
    { ...newParty('respondent', 'organisation'), name: '某某物业公司' },
  ],
})

describe('newIntake', () => {
  it('begins with the window, an applicant and a respondent', () => {
    const draft = newIntake()
    expect(draft.sourceCode).toBe('S10')
    expect(draft.parties.map(({ role, kind }) => [role, kind])).toEqual([
      ['applicant', 'person'],
      ['respondent', 'person'],
    ])
    expect(draft.otherSide).toBe('notAsked')
  })
})

describe('isUntouched', () => {
  it('holds for a new page, whatever the keys of its rows', () => {
    expect(isUntouched(newIntake())).toBe(true)
  })
  it('fails as soon as one character was typed', () => {
    expect(isUntouched({ ...newIntake(), place: '永' })).toBe(false)
  })
})

describe('readIntake', () => {
  it('gives back what was stored, half-typed numbers included', () => {
    const draft = filled()
    draft.parties[0]!.idNumber = '33050219'
    draft.peopleCount = '十二'
    expect(readIntake(storedIntake(draft))).toEqual(draft)
  })
  it('keeps the readable fields of a draft from another version', () => {
    const draft = readIntake({
      place: '永新村',
      amountFen: 'many',
      parties: [{ name: '张甲', role: 'x' }],
    })
    expect(draft.place).toBe('永新村')
    expect(draft.amountFen).toBeUndefined()
    expect(draft.parties[0]).toMatchObject({ name: '张甲', role: 'party', representatives: [] })
  })
  it('opens a new page on what is no draft at all', () => {
    expect(isUntouched(readIntake('nonsense'))).toBe(true)
  })
})

describe('peopleCountOf', () => {
  it.each([
    ['12', 12],
    ['１２', 12],
    ['0', undefined],
    ['100001', undefined],
    ['十二', undefined],
  ])('reads %s as %s', (text, count) => {
    expect(peopleCountOf({ ...newIntake(), peopleCount: text })).toBe(count)
  })
})

describe('toIntakeForm', () => {
  it('gives what the contract takes, trimmed and in stored form', () => {
    const form = toIntakeForm(filled())
    expect(intakeForm.safeParse(form).error).toBeUndefined()
    expect(form.parties[0]).toEqual({
      kind: 'person',
      role: 'applicant',
      name: '张甲',
      phone: '13800000000',
      representatives: [],
    })
    expect(form.narrative).toBe('楼上漏水，要求赔偿')
  })
  it('forgets the referring body when none is chosen', () => {
    const form = toIntakeForm({ ...filled(), otherBodyRefers: true, otherBodyName: '某某法院' })
    expect([form.otherBodyRefers, form.otherBodyName]).toEqual([false, ''])
  })
  it('leaves out what belongs to the other kind of party', () => {
    const draft = filled()
    draft.parties[1] = {
      ...draft.parties[1]!,
      idNumber: '330502199001010014',
      legalRepName: '王乙',
    }
    expect(toIntakeForm(draft).parties[1]).toEqual({
      kind: 'organisation',
      role: 'respondent',
      name: '某某物业公司',
      legalRepName: '王乙',
      representatives: [],
    })
  })
  it('sends the authority of agents only', () => {
    const draft = filled()
    draft.parties[0]!.representatives = [
      { ...newRepresentative('guardian'), name: '张父', authority: 'special' },
      { ...newRepresentative('agent'), name: '李律师', authority: 'special' },
    ]
    expect(toIntakeForm(draft).parties[0]?.representatives).toEqual([
      { kind: 'guardian', name: '张父' },
      { kind: 'agent', name: '李律师', authority: 'special' },
    ])
  })
})

describe('withIdNumber', () => {
  it('fills sex and birthday from a valid number', () => {
    const party = withIdNumber(newParty('applicant'), '33050219851224452０')
    expect([party.sex, party.birthDate]).toEqual(['female', '1985-12-24'])
  })
  it('leaves both alone while the number is not valid', () => {
    const party = withIdNumber({ ...newParty('applicant'), sex: 'male' }, '33050219')
    expect([party.idNumber, party.sex, party.birthDate]).toEqual(['33050219', 'male', ''])
  })
})

describe('acceptanceFindings', () => {
  const codes = (draft: IntakeDraft) => acceptanceFindings(draft).map(({ code }) => code)
  it('blocks a dispute that a court has accepted (A2)', () => {
    expect(codes({ ...filled(), otherSide: 'willing', otherBody: 'court' })).toEqual([
      'acceptedElsewhere',
    ])
  })
  it('asks for the letter when that body refers it itself (A7)', () => {
    const draft = { ...filled(), otherSide: 'willing', otherBody: 'court', otherBodyRefers: true }
    expect(codes({ ...draft, sourceCode: 'S30' } as IntakeDraft)).toEqual(['referralLetter'])
  })
  it('does not accept what the other side refuses (A4)', () => {
    expect(codes({ ...filled(), otherSide: 'refuses' })).toEqual(['otherSideRefuses'])
  })
})
