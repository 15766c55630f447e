import { useState, type ComponentType } from 'react'
import { type CalcName, calcTitles } from '#db/domain/labour/calc-names.ts'
import { employerClaims, workerClaims } from '#db/domain/labour/claim-sheet.ts'
import { call, useAsk } from '../../lib/ask.ts'
import { formatYuan } from '#db/domain/money.ts'
import { Button } from '../../ui/button.tsx'
import { FieldError } from '../../ui/field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { CalcFormProps, ErrorAt } from './calc-form-props.ts'
import { claimOption, excludedBy } from './calc-words.ts'
import { calcForms } from './fields/calc-forms.ts'
import type { Row, Value } from './fields/field.ts'
import {
  type CalcDraft,
  claimDraft,
  claimName,
  claimRow,
  dropStaleSources,
  draftOf,
  emptyDraft,
  prefilledDraft,
  problemsOf,
  rowKey,
  rowsOf,
} from './form-values.ts'

type Props = {
  value: Value
  claimant: 'worker' | 'employer'
  path: string
  errorAt: ErrorAt
  caseId: string | undefined
  /** Shows the form of one claim. */
  Form: ComponentType<CalcFormProps>
  onChange: (rows: readonly Row[]) => void
}

/** The claims that are added up: kept ones of the case, and new ones with their own forms. */
export function ClaimItems(props: Props) {
  const { value, claimant, path, errorAt, caseId, onChange } = props
  const rows = rowsOf(value)
  const names: readonly CalcName[] = claimant === 'worker' ? workerClaims : employerClaims
  const chosen = rows.map(claimName)
  const error = errorAt(path)
  const add = async (name: CalcName | undefined) => {
    if (name) onChange([...rows, claimRow(name, await beginClaim(name, caseId))])
  }
  return (
    <fieldset className={error ? 'calc-list tx-field-wrong' : 'calc-list'}>
      <legend className="tx-label">
        请求项目 <span className="hint">互相排斥的只能选一项</span>
      </legend>
      {error ? <FieldError text={error} /> : null}
      <ol className="calc-rows">
        {rows.map((row, index) => (
          <ClaimItem
            key={rowKey(row)}
            row={row}
            path={`${path}.${index}`}
            errorAt={errorAt}
            Form={props.Form}
            onChange={(next) => onChange(rows.map((old, at) => (at === index ? next : old)))}
            onRemove={() => onChange(rows.filter((_row, at) => at !== index))}
          />
        ))}
      </ol>
      {caseId === undefined ? null : (
        <KeptClaims
          caseId={caseId}
          names={names}
          chosen={chosen}
          onAdd={(name, input, replaced) =>
            onChange([
              ...rows.filter((row) => claimName(row) !== replaced),
              claimRow(name, draftOf(name, input)),
            ])
          }
        />
      )}
      <SelectField
        label="新算一项加进来"
        value={undefined}
        options={names.map((name) => ({
          value: name,
          label: claimOption(name, chosen),
          disabled: excludedBy(name, chosen) !== undefined,
        }))}
        onChange={(name) => void add(name)}
      />
    </fieldset>
  )
}

/** Without what the case knows it can be filled by hand all the same. */
const beginClaim = async (name: CalcName, caseId: string | undefined): Promise<CalcDraft> => {
  try {
    const known = await call('calculations.prefill', {
      name,
      ...(caseId === undefined ? {} : { caseId }),
    })
    return prefilledDraft(name, known.input, known.sources)
  } catch {
    return emptyDraft(name)
  }
}

type ItemProps = Pick<Props, 'Form'> & {
  row: Row
  path: string
  errorAt: ErrorAt
  onChange: (row: Row) => void
  onRemove: () => void
}

function ClaimItem({ row, path, errorAt, Form, onChange, onRemove }: ItemProps) {
  const name = claimName(row)
  const draft = claimDraft(row)
  const [start] = useState(draft)
  const [isOpen, setIsOpen] = useState(() => problemsOf(name, draft).length > 0)
  const error = errorAt(`${path}.calculator`)
  const title = calcTitles[name]
  return (
    <li className="calc-claim" data-path={path} aria-label={title}>
      <div className="calc-claim-head">
        <strong>{title}</strong>
        <div className="row">
          <Button kind="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? '收起' : '看、改材料'}
          </Button>
          <Button kind="link" aria-label={`去掉${title}`} onClick={onRemove}>
            去掉
          </Button>
        </div>
      </div>
      {error ? (
        <div data-path={`${path}.calculator`}>
          <FieldError text={error} />
        </div>
      ) : null}
      {isOpen ? (
        <Form
          fields={calcForms[name].fields}
          draft={draft}
          prefix={`${path}.input.`}
          errorAt={errorAt}
          onChange={(next) => onChange({ ...row, ...dropStaleSources(start, draft, next) })}
        />
      ) : null}
    </li>
  )
}

type KeptProps = {
  caseId: string
  names: readonly CalcName[]
  chosen: readonly CalcName[]
  onAdd: (name: CalcName, input: Record<string, unknown>, replaced: CalcName | undefined) => void
}

/** What is kept with the case and not in the sheet; one that excludes another takes its place. */
function KeptClaims({ caseId, names, chosen, onAdd }: KeptProps) {
  const kept = useAsk('calculations.ofCase', { caseId })
  const rest = (kept.data?.items ?? []).filter(
    ({ name }) => names.includes(name) && !chosen.includes(name),
  )
  if (rest.length === 0) return null
  const add = async (id: string, replaced: CalcName | undefined) => {
    const { name, input } = await call('calculations.get', { id })
    onAdd(name, input, replaced)
  }
  return (
    <div className="calc-kept" role="group" aria-label="本案已保存的">
      <div className="tx-label">本案已保存的</div>
      <ul>
        {rest.map(({ id, name, title, amountFen }) => {
          const excluded = excludedBy(name, chosen)
          return (
            <li key={id} className="row">
              <span>
                {title} <span className="nums">{formatYuan(amountFen)} 元</span>
              </span>
              <Button
                aria-label={excluded ? `换成${title}` : `加入${title}`}
                onClick={() => void add(id, excluded?.other).catch(() => undefined)}
              >
                {excluded ? '换成这一项' : '加入'}
              </Button>
              {excluded ? <span className="hint">{excluded.text}</span> : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
