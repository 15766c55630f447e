import type { ErrorCode } from '#db/domain/errors.ts'

export type FailureDetails = Readonly<Record<string, string | number | boolean>>

/** What happened, why, what to do; a function where figures belong into the sentence. */
export type FailureWords = string | ((details: FailureDetails) => string)

/** Every code of one slice has its words. */
export type WordsOf<S extends string> = Record<Extract<ErrorCode, `${S}.${string}`>, FailureWords>

/** 90 → 1 分 30 秒. */
export const waitWords = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds))
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  if (minutes === 0) return `${rest} 秒`
  return rest === 0 ? `${minutes} 分钟` : `${minutes} 分 ${rest} 秒`
}

export const numberIn = (details: FailureDetails, key: string): number | undefined => {
  const value = details[key]
  return typeof value === 'number' ? value : undefined
}

export const textIn = (details: FailureDetails, key: string): string | undefined => {
  const value = details[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}
