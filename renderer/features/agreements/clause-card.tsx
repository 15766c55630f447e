import type { ClauseKind } from '#db/domain/agreement/content.ts'
import { clauseKinds } from '#db/domain/agreement/content.ts'
import { clauseKindLabels } from '../../lib/labels/agreements.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { onKeys } from '../../ui/keys.ts'
import { Tag } from '../../ui/status-tag.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import type { ClauseForm, FormParty } from './agreement-form.ts'
import { hasSlots } from './clause-tasks.ts'
import { PaymentFields } from './payment-fields.tsx'
import { type StepItem, stepLook } from './step-words.ts'

type Props = {
  clause: ClauseForm
  index: number
  count: number
  parties: readonly FormParty[]
  /** How it stands to the agreed package that it grew out of. */
  step: StepItem | undefined
  errorAt: (path: string) => string | undefined
  onChange: (clause: ClauseForm) => void
  onKind: (kind: ClauseKind) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onFill: () => void
  onKeep: () => void
}

const kindOptions = clauseKinds.map((value) => ({ value, label: clauseKindLabels[value] }))

const hints: Partial<Record<ClauseKind, string>> = {
  act: '写明谁、在什么时候前、做什么',
  confirm: '如：双方确认劳动关系于某日解除',
}

export const ClauseCard = (props: Props) => {
  const { clause, index, parties, errorAt, onChange, onKind, onMove, onFill, onKeep } = props
  const path = `clauses.${index}`
  const keys = onKeys({ 'Alt+ArrowUp': () => onMove(-1), 'Alt+ArrowDown': () => onMove(1) })
  return (
    <fieldset
      className="agreement-clause"
      data-path={path}
      data-clause={clause.id}
      aria-label={`第 ${index + 1} 条`}
      onKeyDown={keys}
    >
      <ClauseHead {...props} />
      <ChoiceField
        label="种类"
        hideLabel
        options={kindOptions}
        value={clause.kind}
        onChange={onKind}
      />
      {clause.payment ? (
        <div data-path={`${path}.payment`}>
          <PaymentFields
            payment={clause.payment}
            parties={parties}
            path={`${path}.payment`}
            errorAt={errorAt}
            onChange={(payment) => onChange({ ...clause, payment })}
          />
        </div>
      ) : undefined}
      <div data-path={`${path}.text`}>
        <TextAreaField
          label={clause.payment ? '付款说明' : '条款内容'}
          required={!clause.payment}
          value={clause.text}
          maxLength={4000}
          minRows={clause.payment ? 1 : 2}
          hint={clause.payment ? '可不写；写了就印在付款句的前面' : hints[clause.kind]}
          error={errorAt(`${path}.text`)}
          onChange={(text) => onChange({ ...clause, text })}
        />
      </div>
      <div className="agreement-clause-foot">
        {hasSlots(clause.text) ? (
          <Button aria-label={`第 ${index + 1} 条填空`} onClick={onFill}>
            填空
          </Button>
        ) : undefined}
        {clause.text.trim() === '' ? undefined : (
          <Button kind="link" aria-label={`把第 ${index + 1} 条收进条款库`} onClick={onKeep}>
            收进条款库
          </Button>
        )}
      </div>
    </fieldset>
  )
}

const ClauseHead = ({ clause, index, count, step, ...on }: Props) => {
  const number = index + 1
  const look = step && stepLook(step)
  return (
    <>
      <div className="agreement-clause-head">
        <h3>第 {number} 条</h3>
        <Button
          shortcut="Alt+ArrowUp"
          shortcutShownOnly
          disabled={index === 0}
          aria-label={`第 ${number} 条上移`}
          onClick={() => on.onMove(-1)}
        >
          上移
        </Button>
        <Button
          shortcut="Alt+ArrowDown"
          shortcutShownOnly
          disabled={index === count - 1}
          aria-label={`第 ${number} 条下移`}
          onClick={() => on.onMove(1)}
        >
          下移
        </Button>
        <Button aria-label={`删去第 ${number} 条`} onClick={on.onRemove}>
          删去
        </Button>
      </div>
      {clause.origin ? (
        <p className="agreement-origin">
          来自谈定的方案
          {look ? <Tag tone={look.tone} word={look.word} /> : undefined}
        </p>
      ) : undefined}
    </>
  )
}
