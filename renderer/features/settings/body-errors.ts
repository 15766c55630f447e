import type { BodySettings } from '#db/domain/body-settings.ts'
import { shortNameError } from '../../lib/short-name.ts'

/** Words per field; empty when it can be saved. */
export const bodyErrors = (body: BodySettings): Partial<Record<keyof BodySettings, string>> => {
  const shortName = shortNameError(body.shortName)
  return {
    ...(body.fullName.trim() === '' ? { fullName: '请填写单位全称' } : {}),
    ...(shortName ? { shortName } : {}),
    ...(body.sealName.trim() === '' ? { sealName: '请填写印章上刻的名称' } : {}),
  }
}
