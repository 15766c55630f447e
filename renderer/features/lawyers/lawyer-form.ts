import type { Lawyer, LawyerForm } from '#contract/lawyers.ts'
import { checkPhone } from '#db/domain/phone.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { wholeNumber } from './whole-number.ts'
import { wordsOf, wordsProblem } from './word-list.ts'

/** A lawyer as it is being typed. */
export type LawyerDraft = Omit<
  LawyerForm,
  'fields' | 'languages' | 'joinedOn' | 'sharePercent' | 'perWeek' | 'perMonth' | 'restDays'
> & {
  /** Words with 、 between. */
  fields: string
  languages: string
  joinedOn: LocalDate | undefined
  sharePercent: string
  perWeek: string
  perMonth: string
  restDays: string
}

const written = (count: number | undefined): string => (count === undefined ? '' : String(count))

export const draftOf = (lawyer: Lawyer | undefined, today: LocalDate): LawyerDraft => ({
  name: lawyer?.name ?? '',
  userId: lawyer?.userId,
  firmId: lawyer?.firmId,
  licenceNumber: lawyer?.licenceNumber ?? '',
  fields: lawyer?.fields.join('、') ?? '',
  languages: lawyer?.languages.join('、') ?? '',
  phone: lawyer?.phone ?? '',
  contactHours: lawyer?.contactHours ?? '',
  joinedOn: lawyer?.joinedOn ?? today,
  leftOn: lawyer?.leftOn,
  sharePercent: written(lawyer?.sharePercent ?? 100),
  weekly: lawyer?.weekly,
  perWeek: written(lawyer?.perWeek),
  perMonth: written(lawyer?.perMonth),
  restDays: written(lawyer?.restDays ?? 0),
  twiceADay: lawyer?.twiceADay ?? false,
  headOnly: lawyer?.headOnly ?? false,
  note: lawyer?.note ?? '',
})

type Problems = Partial<Record<keyof LawyerDraft, string>>

const limit = (text: string, most: number): string | undefined =>
  text.trim() === '' || wholeNumber(text, 0, most) !== undefined
    ? undefined
    : `写 0 到 ${most} 的数，不限就空着`

const isPhone = (text: string): boolean => {
  const check = checkPhone(text)
  return check.ok || check.reason === 'empty'
}

/** What is wrong, by field; empty when it can be saved. */
export const lawyerProblems = (draft: LawyerDraft): Problems => {
  const found: Problems = {
    name: draft.name.trim() === '' ? '请写上姓名' : undefined,
    fields: wordsProblem(draft.fields),
    languages: wordsProblem(draft.languages),
    phone: isPhone(draft.phone) ? undefined : '电话号码不对，请核对；不清楚可以空着',
    joinedOn: draft.joinedOn ? undefined : '请写加入日期，近一年的公平从这天算',
    leftOn:
      draft.joinedOn && draft.leftOn && draft.leftOn < draft.joinedOn
        ? '离任日期早于加入日期，请核对'
        : undefined,
    sharePercent:
      wholeNumber(draft.sharePercent, 5, 300) === undefined
        ? '写 5 到 300 的数，一般是 100'
        : undefined,
    perWeek: limit(draft.perWeek, 14),
    perMonth: limit(draft.perMonth, 62),
    restDays:
      draft.restDays.trim() === '' || wholeNumber(draft.restDays, 0, 30) !== undefined
        ? undefined
        : '写 0 到 30 的数',
  }
  return Object.fromEntries(Object.entries(found).filter(([, words]) => words !== undefined))
}

/** What is stored; undefined while something is wrong. */
export const lawyerOf = (draft: LawyerDraft): LawyerForm | undefined => {
  const { joinedOn } = draft
  if (!joinedOn || Object.keys(lawyerProblems(draft)).length > 0) return undefined
  return {
    ...draft,
    name: draft.name.trim(),
    fields: wordsOf(draft.fields),
    languages: wordsOf(draft.languages),
    joinedOn,
    sharePercent: wholeNumber(draft.sharePercent, 5, 300) ?? 100,
    perWeek: wholeNumber(draft.perWeek, 0, 14),
    perMonth: wholeNumber(draft.perMonth, 0, 62),
    restDays: wholeNumber(draft.restDays, 0, 30) ?? 0,
  }
}
