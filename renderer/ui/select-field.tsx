import { Select } from 'antd'
import { Field, type FieldBase } from './field.tsx'

export type SelectOption<V extends string> = {
  value: V
  label: string
  keywords?: string
  disabled?: boolean
}
export type SelectFieldProps<V extends string> = FieldBase & {
  options: readonly SelectOption<V>[]
  value: V | undefined
  onChange: (value: V | undefined) => void
  placeholder?: string
  /** May be emptied again. */
  clearable?: boolean
}

/** A long list that is searched by typing. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { options, value, onChange, placeholder = '请选择，可输入文字查找' } = props
  return (
    <Field {...props}>
      {(ids) => (
        <Select<V>
          {...ids}
          className="tx-select"
          value={value}
          onChange={(next: V | undefined) => onChange(next)}
          options={options.map((option) => ({ ...option }))}
          showSearch={{
            filterOption: (typed, option) =>
              `${option?.label ?? ''} ${option?.keywords ?? ''}`
                .normalize('NFKC')
                .toLowerCase()
                .includes(typed.normalize('NFKC').trim().toLowerCase()),
          }}
          placeholder={placeholder}
          allowClear={props.clearable}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          notFoundContent="没有找到，请换几个字"
          listHeight={360}
        />
      )}
    </Field>
  )
}
