import { committeeKinds, type BodySettings, type CommitteeKind } from '#db/domain/body-settings.ts'
import { fileNumber } from '#db/domain/file-number.ts'
import { shortNameError } from '../../lib/short-name.ts'

export type FirstRunForm = {
  fullName: string
  shortName: string
  committeeKind: CommitteeKind | undefined
  practice: boolean
}

export const emptyFirstRun: FirstRunForm = {
  fullName: '',
  shortName: '',
  committeeKind: undefined,
  practice: false,
}

export const committeeOptions = committeeKinds.map(({ code, label }) => ({ value: code, label }))

/** What the numbers will look like, with an example name until there is one. */
export const exampleNumber = (year: number, shortName: string): string =>
  fileNumber(year, shortName.trim() === '' ? '织人调' : shortName.trim(), 1)

export type FirstRunErrors = { fullName?: string; shortName?: string; committeeKind?: string }

export const firstRunErrors = (form: FirstRunForm): FirstRunErrors => ({
  ...(form.fullName.trim() === '' ? { fullName: '请填写单位全称，与印章和牌子一致' } : {}),
  ...(shortNameError(form.shortName) ? { shortName: shortNameError(form.shortName) } : {}),
  ...(form.committeeKind ? {} : { committeeKind: '请选一类，统计报表按它归类' }),
})

/** The seal carries the full name until settings say otherwise. */
export const bodyOf = (form: FirstRunForm, kind: CommitteeKind): BodySettings => ({
  fullName: form.fullName.trim(),
  shortName: form.shortName.trim(),
  sealName: form.fullName.trim(),
  address: '',
  phone: '',
  region: '',
  letterhead: '',
  committeeKind: kind,
})
