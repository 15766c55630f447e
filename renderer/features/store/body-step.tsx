import { useState } from 'react'
import { yearOf } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { committeeOptions, exampleNumber, firstRunErrors, type FirstRunForm } from './first-run.ts'

type BodyStepProps = {
  form: FirstRunForm
  onChange: (form: FirstRunForm) => void
  onNext: () => void
}

export function BodyStep({ form, onChange, onNext }: BodyStepProps) {
  const [checked, setChecked] = useState(false)
  const errors = checked ? firstRunErrors(form) : {}
  const next = () => {
    setChecked(true)
    if (Object.keys(firstRunErrors(form)).length === 0) onNext()
    else focusFirstError()
  }
  return (
    <div className="stack">
      <TextField
        label="单位全称"
        required
        autoFocus
        maxLength={60}
        value={form.fullName}
        error={errors.fullName}
        hint="印在每份文书上，与印章和牌子一致。以后可以在设置里改"
        onChange={(fullName) => onChange({ ...form, fullName })}
        onEnter={next}
      />
      <TextField
        label="编号简称"
        required
        maxLength={12}
        value={form.shortName}
        error={errors.shortName}
        onChange={(shortName) => onChange({ ...form, shortName })}
        onEnter={next}
        below={
          <div className="tx-capitals">
            文书编号会是：<strong>{exampleNumber(yearOf(today()), form.shortName)}</strong>
          </div>
        }
      />
      <SelectField
        label="调解组织类别"
        required
        options={committeeOptions}
        value={form.committeeKind}
        error={errors.committeeKind}
        onChange={(committeeKind) => onChange({ ...form, committeeKind })}
      />
      <CheckField
        label="练习中心（先用示例数据看看）"
        value={form.practice}
        onChange={(practice) => onChange({ ...form, practice })}
        hint="放入几十件虚构的案件供练习。每个页面和每份文书都会注明“练习”，不能当正式材料用"
      />
      <div className="foot-actions">
        <Button kind="primary" large shortcut="Ctrl+Enter" onClick={next}>
          下一步
        </Button>
      </div>
    </div>
  )
}
