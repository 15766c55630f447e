import type { ClauseKind } from '#db/domain/agreement/content.ts'
import { levelOneOf } from '#db/domain/case/taxonomy.ts'
import { partyRoleLabels } from '#db/domain/party.ts'
import type { InputOf } from '../../lib/ask.ts'
import { disputeTypeLabel } from '../../lib/labels/taxonomy.ts'
import type { FormParty } from './agreement-form.ts'

export type OwnClauseForm = InputOf<'clauses.add'>

const numerals = '一二三四五六七八九十'

/** 【被申请人】, or 【被申请人二】 where several stand on a side. */
const slotNames = (parties: readonly FormParty[]): Map<string, string> =>
  new Map(
    parties.map((party) => {
      const side = parties.filter(({ role }) => role === party.role)
      const place = side.indexOf(party)
      const number = side.length > 1 ? (numerals[place] ?? String(place + 1)) : ''
      return [party.id, `【${partyRoleLabels[party.role]}${number}】`]
    }),
  )

/** Nobody's name goes into a library that other cases use: a slot stands in its place. The longest name first. */
export const withoutNames = (text: string, parties: readonly FormParty[]): string => {
  const slots = slotNames(parties)
  return parties
    .filter(({ name }) => name.trim() !== '')
    .toSorted((a, b) => b.name.trim().length - a.name.trim().length)
    .reduce((rest, { id, name }) => rest.replaceAll(name.trim(), slots.get(id) ?? ''), text)
}

export const ownClauseOf = (
  clause: { kind: ClauseKind; text: string },
  parties: readonly FormParty[],
  typeCode: string,
): OwnClauseForm => ({
  title: '',
  typeCodes: typeCode === '' ? [] : [levelOneOf(typeCode)],
  kind: clause.kind,
  text: withoutNames(clause.text, parties),
  note: '',
})

export type TypeChoice = { value: string; label: string; codes: string[] }

/** What a centre's own clause may be for: every dispute, those of this kind, or what it was kept for before. */
export const typeChoices = (typeCode: string, before: readonly string[] = []): TypeChoice[] => {
  const top = typeCode === '' ? '' : levelOneOf(typeCode)
  const choices = [
    { label: '各类纠纷', codes: [] },
    ...(top === '' ? [] : [{ label: disputeTypeLabel(top), codes: [top] }]),
    ...(top === typeCode ? [] : [{ label: disputeTypeLabel(typeCode), codes: [typeCode] }]),
    { label: before.map(disputeTypeLabel).join('、'), codes: [...before] },
  ].map((choice) => ({ ...choice, value: choice.codes.join(' ') }))
  return choices.filter(
    ({ value }, index) => choices.findIndex((other) => other.value === value) === index,
  )
}
