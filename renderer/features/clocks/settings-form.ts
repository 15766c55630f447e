import type { ClockSettings } from '#contract/clocks.ts'

/** The settings as typed. */
export type SettingsDraft = {
  /** A region of the list, or 'other' with its code in `code`. */
  region: string
  code: string
  wageTier: string
  soonDays: string
  warnBelowPercent: string
}

export const regionOptions = [
  { value: 'CN', label: '只用全国规定', keywords: 'CN quanguo' },
  { value: '330000', label: '浙江省', keywords: '330000 zhejiang zj' },
  { value: '330200', label: '浙江省宁波市', keywords: '330200 ningbo nb' },
  { value: '440300', label: '广东省深圳市', keywords: '440300 shenzhen sz' },
  { value: 'other', label: '别的地方，填行政区划代码', keywords: 'qita' },
] as const

export const draftOf = (settings: ClockSettings): SettingsDraft => {
  const isListed = regionOptions.some(({ value }) => value === settings.region)
  return {
    region: isListed ? settings.region : 'other',
    code: isListed ? '' : settings.region,
    wageTier: settings.wageTier,
    soonDays: String(settings.soonDays),
    warnBelowPercent: String(settings.warnBelowPercent),
  }
}

const whole = (text: string): number => {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,3}$/.test(plain) ? Number(plain) : Number.NaN
}

const codeOf = ({ region, code }: SettingsDraft): string =>
  region === 'other' ? code.normalize('NFKC').trim() : region

export type SettingsFaults = Partial<Record<'code' | 'soonDays' | 'warnBelowPercent', string>>

export const settingsFaults = (draft: SettingsDraft): SettingsFaults => {
  const soon = whole(draft.soonDays)
  const percent = whole(draft.warnBelowPercent)
  return {
    ...(/^(?:CN|\d{6})$/.test(codeOf(draft))
      ? {}
      : { code: '行政区划代码是 6 位数字，如湖州市吴兴区 330502' }),
    ...(soon >= 1 && soon <= 60 ? {} : { soonDays: '请写 1 到 60 之间的天数' }),
    ...(percent >= 0 && percent <= 100
      ? {}
      : { warnBelowPercent: '请写 0 到 100 之间的数，0 就是不提醒' }),
  }
}

/** Undefined while something is wrong. */
export const settingsOf = (draft: SettingsDraft): ClockSettings | undefined =>
  Object.keys(settingsFaults(draft)).length > 0
    ? undefined
    : {
        region: codeOf(draft),
        wageTier: draft.wageTier.normalize('NFKC').trim(),
        soonDays: whole(draft.soonDays),
        warnBelowPercent: whole(draft.warnBelowPercent),
      }
