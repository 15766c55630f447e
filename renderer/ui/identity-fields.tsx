import { useState } from 'react'
import { checkCreditCode, type CreditCodeReason } from '#db/domain/credit-code.ts'
import {
  checkIdNumber,
  idCheckCharacter,
  type IdNumberReason,
  type IdNumberWarning,
} from '#db/domain/id-number.ts'
import { checkPhone, type PhoneReason } from '#db/domain/phone.ts'
import { today } from '../lib/clock.ts'
import { Button } from './button.tsx'
import type { FieldBase } from './field.tsx'
import { TextField } from './text-field.tsx'

type CodeFieldProps = Omit<FieldBase, 'label'> & {
  label?: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
}

const lengthOf = (text: string): number => text.normalize('NFKC').replace(/[\s-]/g, '').length

const lengthWords = (what: string, wanted: number, text: string): string => {
  const gap = wanted - lengthOf(text)
  return `${what}是 ${wanted} 位，现在是 ${wanted - gap} 位，请${gap > 0 ? `补 ${gap} 位` : `去掉 ${-gap} 位`}`
}

const idReasons = {
  empty: () => '',
  length: (text) => lengthWords('身份证号', 18, text),
  characters: () => '身份证号只能是数字，最后一位可以是 X',
  birthDate: () => '身份证号里的出生日期不存在，请核对第 7 到 14 位',
  birthDateInFuture: () => '身份证号里的出生日期还没到，请核对第 7 到 14 位',
  checkDigit: () => '身份证号校验不对，多半是抄错了一位，请逐位核对',
} satisfies Record<IdNumberReason, (text: string) => string>

const idWarnings = {
  region: '地区代码不在名单里，请再核对一次前 6 位',
  fifteenDigits: '这是旧的 15 位号码，请看有没有新证',
  foreignResident: '这是外国人永久居留身份证号',
  veryOld: '按号码超过 120 岁，请再核对出生年份',
} satisfies Record<IdNumberWarning, string>

const excelWords = '末尾是 000，可能被 Excel 改成了科学计数、丢了后三位，请对照证件'

/** Words for a wrong number; undefined when it is empty or right. */
export const idNumberError = (text: string): string | undefined => {
  const check = checkIdNumber(text, today())
  if (check.ok || check.reason === 'empty') return undefined
  return check.reason === 'checkDigit' && text.trim().endsWith('000')
    ? excelWords
    : idReasons[check.reason](text)
}

/** Shows what is wrong once the field is left; the value is normalised then. */
export function IdNumberField({ label = '身份证号', ...props }: CodeFieldProps) {
  const [left, setLeft] = useState(props.value !== '')
  const check = checkIdNumber(props.value, today())
  const plain = props.value.normalize('NFKC').replace(/[\s-]/g, '')
  const wantsX = /^\d{17}$/.test(plain) && idCheckCharacter(plain) === 'X'
  const warning = check.ok ? check.warnings.map((code) => idWarnings[code]).join('；') : ''
  return (
    <TextField
      {...props}
      label={label}
      error={props.error ?? (left && !wantsX ? idNumberError(props.value) : undefined)}
      hint={
        wantsX ? (
          <span className="tx-offer">
            按前 17 位，最后一位应是 X。
            <Button onClick={() => props.onChange(`${plain}X`)}>补上 X</Button>
          </span>
        ) : (
          warning || props.hint
        )
      }
      inputMode="text"
      normalise={(text) => {
        const result = checkIdNumber(text)
        return result.ok ? result.value : text
      }}
      onBlur={() => {
        setLeft(true)
        props.onBlur?.()
      }}
    />
  )
}

const creditReasons = {
  empty: () => '',
  length: (text) => lengthWords('统一社会信用代码', 18, text),
  characters: () => '统一社会信用代码里没有 I、O、S、V、Z，请核对是不是 1、0、5、2',
  checkCharacter: () => '统一社会信用代码校验不对，多半是抄错了一位，请逐位核对',
} satisfies Record<CreditCodeReason, (text: string) => string>

export const creditCodeError = (text: string): string | undefined => {
  const check = checkCreditCode(text)
  return check.ok || check.reason === 'empty' ? undefined : creditReasons[check.reason](text)
}

export function CreditCodeField({ label = '统一社会信用代码', ...props }: CodeFieldProps) {
  const [left, setLeft] = useState(props.value !== '')
  return (
    <TextField
      {...props}
      label={label}
      error={props.error ?? (left ? creditCodeError(props.value) : undefined)}
      normalise={(text) => {
        const result = checkCreditCode(text)
        return result.ok ? result.value : text
      }}
      onBlur={() => {
        setLeft(true)
        props.onBlur?.()
      }}
    />
  )
}

const phoneReasons = {
  empty: () => '',
  characters: () => '电话号码只能是数字，座机可以带 -',
  form: (text) => {
    const digits = text.normalize('NFKC').replace(/\D/g, '')
    return digits.startsWith('1')
      ? lengthWords('手机号', 11, digits)
      : '电话号码不对。座机请带区号，如 0571-88880000'
  },
} satisfies Record<PhoneReason, (text: string) => string>

export const phoneError = (text: string): string | undefined => {
  const check = checkPhone(text)
  return check.ok || check.reason === 'empty' ? undefined : phoneReasons[check.reason](text)
}

export function PhoneField({ label = '电话', ...props }: CodeFieldProps) {
  const [left, setLeft] = useState(props.value !== '')
  return (
    <TextField
      {...props}
      label={label}
      inputMode="tel"
      error={props.error ?? (left ? phoneError(props.value) : undefined)}
      normalise={(text) => {
        const result = checkPhone(text)
        return result.ok ? result.value : text
      }}
      onBlur={() => {
        setLeft(true)
        props.onBlur?.()
      }}
    />
  )
}
