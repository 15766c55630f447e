import type { PartyDraft } from '../../lib/party-draft.ts'
import { creditCodeError, idNumberError, phoneError } from '../identity-fields.tsx'

/** Words per field, keyed by dotted path such as `parties.0.idNumber`. */
export type Problems = Record<string, string>

const representativeProblems = (party: PartyDraft, at: string): [string, string | undefined][] => {
  const agents = party.representatives.filter(({ kind }) => kind === 'agent')
  return [
    [`${at}.representatives`, agents.length > 2 ? '委托代理人最多两人' : undefined],
    ...party.representatives.flatMap((one, index): [string, string | undefined][] => [
      [`${at}.representatives.${index}.name`, one.name.trim() === '' ? '请填写姓名' : undefined],
      [`${at}.representatives.${index}.idNumber`, idNumberError(one.idNumber)],
      [`${at}.representatives.${index}.phone`, phoneError(one.phone)],
    ]),
  ]
}

const numberProblems = (party: PartyDraft, at: string): [string, string | undefined][] => [
  [`${at}.phone`, phoneError(party.phone)],
  party.kind === 'person'
    ? [`${at}.idNumber`, idNumberError(party.idNumber)]
    : [`${at}.creditCode`, creditCodeError(party.creditCode)],
]

/** What must be put right before these parties can be stored. */
export const partyProblems = (parties: readonly PartyDraft[]): Problems => {
  const found = parties.flatMap((party, index) => {
    const at = `parties.${index}`
    const noName =
      party.name.trim() === ''
        ? party.kind === 'person'
          ? '请填写姓名，不知道的可以先写称呼'
          : '请填写单位名称'
        : undefined
    return [
      [`${at}.name`, noName] as [string, string | undefined],
      ...numberProblems(party, at),
      ...representativeProblems(party, at),
    ]
  })
  return Object.fromEntries(
    found.filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
