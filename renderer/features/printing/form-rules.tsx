import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import { sidesOptions } from '../../lib/labels/printing.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { CopiesField } from './copies-field.tsx'
import { PrinterSelect } from './printer-select.tsx'
import { addRule, changeRule, removeRule, ruleRows } from './rules.ts'
import type { RuleProps } from './usual-fields.tsx'

export const FormRules = ({ settings, printers, disabled, onChange }: RuleProps) => {
  const forms = useAsk('papers.forms', {}).data ?? []
  const [added, setAdded] = useState(false)
  const rows = ruleRows(settings, forms)
  const free = forms.filter(({ id }) => settings.forms[id] === undefined)
  return (
    <Section title="某种文书另外设">
      <div className="stack">
        <p className="muted">
          例如协议书用好一点的纸，放在另一台打印机里；没有另外设的，照平时的打。
        </p>
        <ul className="printing-rules">
          {rows.map(({ form, title, rule }) => (
            <li key={form}>
              <h3>{title}</h3>
              <div className="printing-rule" role="group" aria-label={title}>
                <PrinterSelect
                  label="打印机"
                  placeholder="照平时的"
                  printers={printers}
                  value={rule.printer}
                  disabled={disabled}
                  onChange={(printer) => onChange(changeRule(settings, form, { printer }))}
                />
                <SelectField
                  label="单面还是双面"
                  placeholder="照平时的"
                  clearable
                  options={sidesOptions}
                  value={rule.sides}
                  disabled={disabled}
                  onChange={(sides) => onChange(changeRule(settings, form, { sides }))}
                />
                <CopiesField
                  value={rule.copies}
                  disabled={disabled}
                  onChange={(copies) => onChange(changeRule(settings, form, { copies }))}
                />
                <Button
                  icon={<Trash2 aria-hidden="true" />}
                  aria-label={`删去${title}的设置`}
                  disabled={disabled}
                  onClick={() => onChange(removeRule(settings, form))}
                >
                  删去
                </Button>
              </div>
            </li>
          ))}
        </ul>
        {disabled ? undefined : (
          <div className="form">
            <SelectField
              // Empty again after each choice.
              key={rows.length}
              label="加一种文书"
              placeholder="选要另外设的文书，可输入文字查找"
              options={free.map(({ id, title }) => ({ value: id, label: title, keywords: id }))}
              value={undefined}
              autoFocus={added}
              onChange={(form) => {
                if (form === undefined) return
                setAdded(true)
                onChange(addRule(settings, form))
              }}
            />
          </div>
        )}
      </div>
    </Section>
  )
}
