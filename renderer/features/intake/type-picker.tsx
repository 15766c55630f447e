import { useMemo, useState } from 'react'
import { findDisputeType, levelOneOf, type DisputeType } from '#db/domain/case/taxonomy.ts'
import {
  disputeTypeLabel,
  searchDisputeTypes,
  searchSubTypes,
  topLevelTypes,
  typeKey,
} from '../../lib/labels/taxonomy.ts'
import { ComboPicker, type PickerOption } from '../../ui/combo-picker.tsx'

const backToAll = 'all'
const maxShown = 24

const optionOf = (type: DisputeType, isNested: boolean): PickerOption => ({
  value: type.code,
  key: isNested && type.parent ? typeKey(type) : type.parent ? type.code : typeKey(type),
  label: isNested || !type.parent ? type.label : disputeTypeLabel(type.code),
})

/** All 18 kinds; the found ones while something is typed; one kind's own list once it is opened. */
const optionsFor = (branch: string, text: string): PickerOption[] => {
  const isTyping = text.trim() !== ''
  if (branch === '')
    return (isTyping ? searchDisputeTypes(text) : topLevelTypes)
      .slice(0, maxShown)
      .map((type) => optionOf(type, false))
  const nested = searchSubTypes(branch, text).map((type) => optionOf(type, true))
  if (nested.length === 0)
    return searchDisputeTypes(text)
      .slice(0, maxShown)
      .map((type) => optionOf(type, false))
  return isTyping ? nested : [{ value: backToAll, label: '‹ 全部大类' }, ...nested]
}

/** The option whose number this is, when no longer number begins with it. */
const meantByNumber = (options: readonly PickerOption[], text: string): string | undefined => {
  const digits = text.normalize('NFKC').trim()
  if (!/^\d+$/.test(digits)) return undefined
  const begun = options.filter(({ key }) => key?.startsWith(digits))
  return begun.length === 1 && begun[0]?.key === digits ? begun[0].value : undefined
}

type TypePickerProps = {
  value: string
  onChange: (code: string) => void
  error: string | undefined
}

/** The dispute's type on two levels: by number, initials, characters, arrows or mouse. */
export function TypePicker({ value, onChange, error }: TypePickerProps) {
  const [text, setText] = useState('')
  const [branch, setBranch] = useState(value === '' ? '' : levelOneOf(value))
  const options = useMemo(() => optionsFor(branch, text), [branch, text])
  const leaveBranch = () => {
    setBranch('')
    setText('')
  }
  const pick = (code: string) => {
    if (code === backToAll) return leaveBranch()
    setText('')
    setBranch(levelOneOf(code))
    onChange(code)
  }
  const type = (next: string) => {
    const meant = meantByNumber(optionsFor(branch, next), next)
    if (meant) pick(meant)
    else setText(next)
  }
  const chosen = findDisputeType(value)
  return (
    <ComboPicker
      label="纠纷类型"
      required
      text={text}
      onText={type}
      options={options}
      chosen={value === '' ? undefined : value}
      onPick={pick}
      onBack={leaveBranch}
      placeholder="输数字、首字母或汉字，如 2、psls、漏水"
      hint={
        chosen ? (
          <span className="intake-chosen">
            已选：{disputeTypeLabel(value)}
            {chosen.parent ? '' : '，可以再选细类'}
          </span>
        ) : undefined
      }
      error={error}
    />
  )
}
