import { useState } from 'react'
import { type ParameterKey, parameterNames } from '#db/domain/labour/parameters.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type FigureDraft, figureErrors, figureInput, withKey } from './figure-form.ts'
import { variantLabel } from './figure-words.ts'

const keyOptions = (Object.entries(parameterNames) as [ParameterKey, string][]).map(
  ([value, label]) => ({ value, label }),
)

type Props = { start: FigureDraft; onClose: () => void }

/** One dated figure with its document; a shipped one opens as the centre's own that stands in for it. */
export function FigureDialog({ start, onClose }: Props) {
  const save = useRun('figures.save')
  const [draft, setDraft] = useState(start)
  const [checked, setChecked] = useState(false)
  const errors = checked ? figureErrors(draft) : {}
  const set = (part: Partial<FigureDraft>) => setDraft({ ...draft, ...part })
  const isNew = start.id === undefined
  const submit = async () => {
    setChecked(true)
    const input = figureInput(draft)
    if (!input) return focusFirstError()
    if (await save.run(input)) onClose()
  }
  const variant = variantLabel(draft.key)
  return (
    <Dialog
      open
      width={820}
      title={isNew ? '录入标准' : '改标准'}
      onClose={onClose}
      onConfirm={() => void submit()}
      enterConfirms={false}
      confirmText="存好"
      busy={save.running}
      {...(save.failure ? { failure: save.failure } : {})}
    >
      <div className="calc-grid">
        <SelectField
          label="哪一项"
          required
          options={keyOptions}
          value={draft.key}
          onChange={(key) => {
            if (key) setDraft(withKey(draft, key, start.region))
          }}
        />
        {variant === undefined ? null : (
          <TextField
            label={variant}
            required
            maxLength={20}
            value={draft.variant}
            error={errors.variant}
            onChange={(next) => set({ variant: next })}
          />
        )}
        <TextField
          label="地区"
          required
          hint="全国填 CN，地方填六位区划代码"
          maxLength={6}
          value={draft.region}
          error={errors.region}
          normalise={(text) => text.normalize('NFKC').toUpperCase()}
          onChange={(region) => set({ region })}
        />
        <TextField
          label="数值"
          required
          autoFocus
          maxLength={400}
          value={draft.value}
          error={errors.value}
          suffix={draft.unit}
          normalise={(text) => text.normalize('NFKC')}
          onChange={(value) => set({ value })}
        />
        <DateField
          label="生效日期"
          required
          value={draft.validFrom}
          error={errors.validFrom}
          onChange={(validFrom) => set({ validFrom })}
        />
        <DateField
          label="失效日期"
          hint="当天仍有效；还没有失效的空着"
          value={draft.validTo}
          error={errors.validTo}
          onChange={(validTo) => set({ validTo })}
        />
        <TextField
          label="文件名称和文号"
          required
          hint="如 浙政发〔2025〕×号"
          maxLength={200}
          value={draft.document}
          error={errors.document}
          onChange={(document) => set({ document })}
        />
        <TextField
          label="网址（选填）"
          maxLength={300}
          value={draft.url}
          onChange={(url) => set({ url })}
        />
      </div>
      <CheckField
        label="已与文件原文核对"
        hint="没有核对的，每份计算和说明上都会标明“未核对原文”"
        value={draft.verified}
        onChange={(verified) =>
          set({ verified, checkedOn: verified ? (draft.checkedOn ?? today()) : undefined })
        }
      />
      {draft.verified ? (
        <DateField
          label="核对日期"
          required
          value={draft.checkedOn}
          error={errors.checkedOn}
          onChange={(checkedOn) => set({ checkedOn })}
        />
      ) : null}
      <TextAreaField
        label="备注"
        maxLength={500}
        minRows={1}
        value={draft.note}
        onChange={(note) => set({ note })}
      />
    </Dialog>
  )
}
