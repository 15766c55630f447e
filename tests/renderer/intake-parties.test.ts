import { describe, expect, it } from 'vitest'
import type { Party } from '#contract/values.ts'
import { intakeProblems, refusedFields } from '../../renderer/features/intake/intake-problems.ts'
import { newIntake } from '../../renderer/features/intake/intake-draft.ts'
import {
  asksNothing,
  partyMeant,
  rowFor,
  similarQuery,
} from '../../renderer/features/intake/similar-query.ts'
import { newParty, newRepresentative, takeOverParty } from '../../renderer/lib/party-draft.ts'
import { partyTitles, withNewParty } from '../../renderer/ui/party/party-order.ts'
import { partyProblems } from '../../renderer/ui/party/party-problems.ts'

const known: Party = {
  id: '0190b4a0-0000-7000-8000-000000000001',
  kind: 'person',
  role: 'respondent',
  name: '张甲',
  phone: '13800000000',
  idNumber: '330502199001010014',
  address: '永新村 1 号',
  representatives: [],
}
const found = {
  caseId: 'c',
  caseNumber: '',
  title: '',
  status: 'mediating',
  appliedAt: '',
  partyName: '张甲',
  maskedPhone: '138****0000',
  matchedBy: 'name',
} as const

describe('partyTitles', () => {
  it('numbers a role only where it stands twice', () => {
    const roles = ['applicant', 'respondent', 'respondent', 'thirdParty'] as const
    expect(partyTitles(roles.map((role) => ({ role })))).toEqual([
      '申请人',
      '被申请人',
      '被申请人 2',
      '第三人',
    ])
  })
})

describe('withNewParty', () => {
  it('puts a new applicant after the last applicant and others at the end', () => {
    const parties = [newParty('applicant'), newParty('respondent')]
    const applicant = newParty('applicant')
    const respondent = newParty('respondent')
    expect(withNewParty(parties, applicant)).toEqual([parties[0], applicant, parties[1]])
    expect(withNewParty(parties, respondent)).toEqual([...parties, respondent])
  })
})

describe('partyProblems', () => {
  it('finds nothing wrong with a name alone', () => {
    expect(partyProblems([{ ...newParty('applicant'), name: '张甲' }])).toEqual({})
  })
  it('names every wrong number with its reason', () => {
    const party = {
      ...newParty('applicant'),
      name: '张甲',
      phone: '1380000000',
      idNumber: '110105194912310021',
    }
    const problems = partyProblems([party])
    expect(Object.keys(problems).toSorted()).toEqual(['parties.0.idNumber', 'parties.0.phone'])
    expect(problems['parties.0.phone']).toContain('11 位')
    expect(problems['parties.0.idNumber']).toContain('校验')
  })
  it('allows two agents and no third', () => {
    const agent = () => ({ ...newRepresentative('agent'), name: '李代' })
    const party = (count: number) => ({
      ...newParty('applicant'),
      name: '张甲',
      representatives: Array.from({ length: count }, agent),
    })
    expect(partyProblems([party(2)])).toEqual({})
    expect(Object.keys(partyProblems([party(3)]))).toEqual(['parties.0.representatives'])
  })
})

describe('intakeProblems', () => {
  it('asks of an empty page for both names, type and facts', () => {
    expect(Object.keys(intakeProblems(newIntake())).toSorted()).toEqual([
      'narrative',
      'parties.0.name',
      'parties.1.name',
      'typeCode',
    ])
  })
})

describe('refusedFields', () => {
  it('leads a refusal to its field on the page', () => {
    expect(
      refusedFields({ code: 'page.fieldsWrong', fields: { 'form.parties.0.name': '太长' } }),
    ).toEqual({ 'parties.0.name': '太长' })
    expect(
      Object.keys(
        refusedFields({ code: 'parties.invalidPhone', details: { path: 'parties.1.phone' } }),
      ),
    ).toEqual(['parties.1.phone'])
  })
})

describe('similarQuery', () => {
  it('asks with whole numbers only, and with names of two characters and more', () => {
    const query = similarQuery([
      { ...newParty('applicant'), name: '张', phone: '1380000', idNumber: '33050219' },
      { ...newParty('respondent'), name: ' 李乙 ', phone: '138 0000 0000' },
    ])
    expect(query).toEqual({ names: ['李乙'], idNumbers: [], phones: ['13800000000'] })
  })
  it('asks nothing on an empty page', () => {
    expect(asksNothing(similarQuery([newParty('applicant')]))).toBe(true)
  })
})

describe('partyMeant', () => {
  it('tells namesakes of one case apart by their phone', () => {
    const namesake = { ...known, id: '0190b4a0-0000-7000-8000-000000000002', phone: '13911112222' }
    expect(partyMeant(found, [namesake, known])).toBe(known)
  })
})

describe('takeOverParty', () => {
  it('takes the person’s data and keeps role and row of the present case', () => {
    const row = { ...newParty('applicant'), name: '张甲' }
    const other = { ...newParty('respondent'), name: '李乙' }
    const target = rowFor([other, row], known)
    expect(target).toBe(row)
    expect(takeOverParty(row, known)).toMatchObject({
      key: row.key,
      id: undefined,
      role: 'applicant',
      idNumber: '330502199001010014',
      address: '永新村 1 号',
    })
  })
})
