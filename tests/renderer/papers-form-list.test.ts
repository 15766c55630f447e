import { describe, expect, it } from 'vitest'
import type { FormHead } from '#contract/papers.ts'
import { localDate } from '#db/domain/local-date.ts'
import { comparedOf, groupForms, signerWords } from '../../renderer/features/papers/form-list.ts'

const head = (id: string, title: string, more: Partial<FormHead> = {}): FormHead => ({
  id,
  title,
  purpose: '写明当事人的权利。',
  set: 'dossier',
  presence: 'must',
  signers: ['当事人'],
  source: '自拟',
  verified: true,
  from: localDate('2026-01-01'),
  ownWording: false,
  blank: true,
  addable: false,
  ...more,
})
const forms = [
  head('f04', '权利义务告知书'),
  head('f19', '不予受理告知书', { set: 'letters', presence: 'asNeeded', signers: ['申请人'] }),
  head('f25', '志愿律师值班表', { set: 'desk', presence: 'asNeeded', signers: [] }),
]
const found = (typed: string) =>
  groupForms(forms, typed).flatMap((group) => group.forms.map(({ id }) => id))

describe('groupForms', () => {
  it('puts forms under their sets and leaves out a set without any', () => {
    expect(groupForms(forms, '').map(({ set }) => set)).toEqual(['dossier', 'letters', 'desk'])
    expect(groupForms(forms, '值班').map(({ set }) => set)).toEqual(['desk'])
  })

  it('finds by title, purpose, signer, set, must or not, and number', () => {
    expect(found('告知')).toEqual(['f04', 'f19'])
    expect(found('申请人')).toEqual(['f19'])
    expect(found('必须')).toEqual(['f04'])
    expect(found('函件')).toEqual(['f19'])
    expect(found('F25')).toEqual(['f25'])
  })

  it('wants every word, and reads full-width letters and spaces', () => {
    expect(found('告知 申请人')).toEqual(['f19'])
    expect(found('　Ｆ０４ ')).toEqual(['f04'])
    expect(found('告知 律师')).toEqual([])
  })
})

describe('comparedOf', () => {
  it('calls a form with a note compared in part only', () => {
    expect(comparedOf(head('f01', '目录'))).toBe('fully')
    expect(comparedOf(head('f02', '申请书', { note: '原件未能核对。' }))).toBe('partly')
    expect(comparedOf(head('f05', '证明', { verified: false, note: '自拟。' }))).toBe('not')
  })

  it('never calls own words or an own Word file compared', () => {
    const template = { name: '本镇', from: localDate('2026-01-01') }
    expect(comparedOf(head('f02', '申请书', { ownWording: true }))).toBe('own')
    expect(comparedOf(head('f02', '申请书', { template }))).toBe('own')
    expect(comparedOf(head('f05', '证明', { verified: false, template }))).toBe('own')
  })

  it('is found by its word and can be wanted alone', () => {
    const mixed = [
      head('f02', '申请书', { note: '2010年通知原件未能核对。' }),
      head('f05', '证明', { verified: false, note: '自拟。' }),
    ]
    const ids = (...wanted: [string, 'not'?]) =>
      groupForms(mixed, ...wanted).flatMap((group) => group.forms.map(({ id }) => id))
    expect(ids('未核对')).toEqual(['f05'])
    expect(ids('部分核对')).toEqual(['f02'])
    expect(ids('', 'not')).toEqual(['f05'])
    expect(ids('申请书', 'not')).toEqual([])
  })
})

describe('signerWords', () => {
  it('says so where nobody signs', () => {
    expect(signerWords({ signers: ['当事人', '告知人'] })).toBe('签名盖章：当事人、告知人')
    expect(signerWords({ signers: [] })).toBe('不用签名盖章')
  })
})
