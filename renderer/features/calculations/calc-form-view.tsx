import { useEffect, useRef, type ReactNode } from 'react'
import { TextField } from '../../ui/text-field.tsx'
import { CalcField } from './calc-field.tsx'
import type { CalcFormProps } from './calc-form-props.ts'
import { ClaimItems } from './claim-items.tsx'
import type { ChoiceKind, Field, FieldGroup, Row, Value } from './fields/field.ts'
import { isAsked } from './form-values.ts'
import { ListField } from './list-field.tsx'

const groups: readonly { group: FieldGroup; title: string; hint: string }[] = [
  { group: 'main', title: '', hint: '' },
  { group: 'standard', title: '当地标准和算法', hint: '能自动查到的不用填' },
  { group: 'circumstance', title: '还要核对的情况', hint: '填了会提醒，不填不影响算数' },
]

/** The questions of one calculator: the usual ones in sight, the others folded until they are needed. */
export function CalcFormView(props: CalcFormProps) {
  const { fields, draft, errorAt, prefix = '' } = props
  const asked = fields.filter((field) => isAsked(field, draft.form, draft.form))
  return (
    <div className="calc-form">
      {groups.map(({ group, title, hint }) => {
        const inGroup = asked.filter((field) => (field.group ?? 'main') === group)
        if (inGroup.length === 0) return null
        const grid = (
          <div className="calc-grid">
            {cellsOf(inGroup).map(({ field, other }, index) => (
              <FieldCell
                key={field.path}
                field={field}
                other={other}
                view={props}
                autoFocus={Boolean(props.autoFocus) && group === 'main' && index === 0}
              />
            ))}
          </div>
        )
        if (group === 'main') return <div key={group}>{grid}</div>
        const isWrong = inGroup.some(({ path }) => errorAt(`${prefix}${path}`) !== undefined)
        return (
          <Fold key={group} title={title} hint={hint} isNeeded={isWrong}>
            {grid}
          </Fold>
        )
      })}
    </div>
  )
}

type Cell = { field: Field; other?: ChoiceKind }

/** The way to fill a field otherwise stands under that field. */
const cellsOf = (fields: readonly Field[]): Cell[] =>
  fields.flatMap((field, index): Cell[] => {
    if (field.kind === 'choice' && field.isSwitch) return []
    const next = fields[index + 1]
    return [next?.kind === 'choice' && next.isSwitch ? { field, other: next } : { field }]
  })

type FoldProps = { title: string; hint: string; isNeeded: boolean; children: ReactNode }

/** Opens by itself when something in it is asked for, and is then left alone. */
function Fold({ title, hint, isNeeded, children }: FoldProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (isNeeded && details.current) details.current.open = true
  }, [isNeeded])
  return (
    <details ref={details} className="calc-fold">
      <summary>
        <strong>{title}</strong> <span className="hint">{hint}</span>
      </summary>
      {children}
    </details>
  )
}

type CellProps = Cell & { view: CalcFormProps; autoFocus: boolean }

function FieldCell({ field, other, view, autoFocus }: CellProps) {
  const { draft, onChange, errorAt, prefix = '' } = view
  const { form, sources } = draft
  const path = `${prefix}${field.path}`
  const setAt = (at: string) => (value: Value) =>
    onChange({ ...draft, form: { ...form, [at]: value } })
  const setValue = setAt(field.path)
  const isWide = field.isWide === true || field.kind === 'list' || field.kind === 'claims'
  return (
    <div className={isWide ? 'calc-cell calc-cell-wide' : 'calc-cell'} data-path={path}>
      {field.kind === 'list' ? (
        <ListField
          list={field}
          value={form[field.path]}
          whole={form}
          path={path}
          errorAt={errorAt}
          onChange={setValue}
        />
      ) : field.kind === 'claims' ? (
        <ClaimItems
          value={form[field.path]}
          claimant={form['claimant'] === 'employer' ? 'employer' : 'worker'}
          path={path}
          errorAt={errorAt}
          caseId={view.caseId}
          Form={CalcFormView}
          onChange={setValue}
        />
      ) : (
        <CalcField
          field={field}
          value={form[field.path]}
          required={isRequired(field, form)}
          error={errorAt(path)}
          autoFocus={autoFocus}
          onChange={setValue}
        />
      )}
      {other ? (
        <CalcField
          field={other}
          value={form[other.path]}
          required={false}
          error={undefined}
          onChange={setAt(other.path)}
        />
      ) : null}
      {field.path.startsWith('$') || field.kind === 'claims' ? null : (
        <SourceLine
          label={field.label}
          text={sources[field.path] ?? ''}
          isOpen={view.withSources ?? false}
          onChange={(text) => onChange({ form, sources: { ...sources, [field.path]: text } })}
        />
      )}
    </div>
  )
}

const isRequired = (field: Field, form: Row): boolean =>
  typeof field.needed === 'function' ? field.needed(form, form) : field.needed === true

type SourceProps = {
  label: string
  text: string
  isOpen: boolean
  onChange: (text: string) => void
}

/** Who said so, or which paper: it prints beside the figure. */
function SourceLine({ label, text, isOpen, onChange }: SourceProps) {
  if (isOpen)
    return (
      <TextField
        label={`${label}的依据`}
        hideLabel
        maxLength={200}
        placeholder="依据：谁说的、哪份材料"
        value={text}
        onChange={onChange}
      />
    )
  return text === '' ? null : <div className="hint">依据：{text}</div>
}
