import type { Firm } from '#contract/lawyers.ts'
import { checkCreditCode } from '#db/domain/credit-code.ts'
import { checkIdNumber } from '#db/domain/id-number.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { InputOf } from '../../lib/ask.ts'
import type { Tone } from '../../lib/labels/status.ts'

export type FirmDraft = InputOf<'firms.save'>['firm']
export type InterestDraft = Omit<InputOf<'firms.saveInterest'>['interest'], 'firmId'>
export type Interest = Firm['interests'][number]

export const firmDraftOf = (firm: Firm | undefined): FirmDraft => ({
  name: firm?.name ?? '',
  shortName: firm?.shortName ?? '',
  phone: firm?.phone ?? '',
  address: firm?.address ?? '',
  note: firm?.note ?? '',
  agreementFrom: firm?.agreementFrom,
  agreementTo: firm?.agreementTo,
})

/** 浙江某某（湖州）律师事务所 → 某某所: without the place before it and the kind after it, eight characters at most. */
export const shortFirmName = (name: string): string => {
  const core = name
    .trim()
    .replace(/[（(][^）)]*[）)]/gu, '')
    .replace(/律师事务所.*$/u, '')
    .replace(
      /^(?:北京|上海|天津|重庆|浙江|江苏|安徽|福建|江西|山东|河南|河北|湖北|湖南|广东|广西|海南|四川|贵州|云南|陕西|甘肃|青海|宁夏|新疆|西藏|山西|内蒙古|辽宁|吉林|黑龙江)(?=.{2})/u,
      '',
    )
  return core === '' ? '' : `${core.slice(0, 8)}所`
}

export const firmProblems = (
  draft: FirmDraft,
): Partial<Record<'name' | 'shortName' | 'agreementTo', string>> => ({
  ...(draft.name.trim() === '' ? { name: '请写上律所的全称' } : {}),
  ...(draft.shortName.trim() === '' ? { shortName: '请写简称，值班表上用' } : {}),
  ...(draft.agreementFrom && draft.agreementTo && draft.agreementTo < draft.agreementFrom
    ? { agreementTo: '结束日期早于开始日期，请核对' }
    : {}),
})

export const agreementLooks: Readonly<Record<Firm['agreement'], { word: string; tone: Tone }>> = {
  inForce: { word: '协议有效', tone: 'done' },
  notYet: { word: '协议未开始', tone: 'waiting' },
  over: { word: '协议已到期', tone: 'late' },
  unknown: { word: '没有填日期', tone: 'plain' },
}

/** 2026-01-01 至 2026-12-31, 2026-01-01 起, 到 2026-12-31 */
export const stretchWords = (from: LocalDate | undefined, to: LocalDate | undefined): string => {
  if (from && to) return `${from} 至 ${to}`
  if (from) return `${from} 起`
  return to ? `到 ${to}` : ''
}

export const sideLooks: Readonly<Record<Interest['side'], { word: string; tone: Tone }>> = {
  for: { word: '代理他', tone: 'going' },
  against: { word: '告他', tone: 'late' },
}

export const emptyInterest: InterestDraft = {
  side: 'for',
  name: '',
  identityNumber: '',
  fromOn: undefined,
  toOn: undefined,
  note: '',
}

/** An ID number, a credit code, or nothing. */
const isIdentity = (text: string): boolean =>
  text.trim() === '' || checkIdNumber(text).ok || checkCreditCode(text).ok

export const interestProblems = (
  draft: InterestDraft,
): Partial<Record<'name' | 'identityNumber' | 'toOn', string>> => ({
  ...(draft.name.trim() === '' ? { name: '请写姓名或单位全称，和案件里的当事人比对' } : {}),
  ...(isIdentity(draft.identityNumber)
    ? {}
    : { identityNumber: '身份证号或信用代码不对，请核对；不清楚可以空着' }),
  ...(draft.fromOn && draft.toOn && draft.toOn < draft.fromOn
    ? { toOn: '结束日期早于开始日期，请核对' }
    : {}),
})
