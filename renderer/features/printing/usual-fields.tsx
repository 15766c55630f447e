import type { Printer, PrintingSettings } from '#contract/printing.ts'
import { sidesOptions } from '../../lib/labels/printing.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Section } from '../../ui/section.tsx'
import { PrinterSelect } from './printer-select.tsx'

export type RuleProps = {
  settings: PrintingSettings
  printers: readonly Printer[]
  disabled: boolean
  onChange: (settings: PrintingSettings) => void
}

export const UsualFields = ({
  settings,
  printers,
  disabled,
  onChange,
  ...rest
}: RuleProps & { saved: boolean }) => {
  const { usual } = settings
  const set = (part: Partial<PrintingSettings['usual']>): void =>
    onChange({ ...settings, usual: { ...usual, ...part } })
  return (
    <Section
      title="平时怎么打"
      extra={rest.saved ? <output className="muted">已保存</output> : undefined}
    >
      <div className="form">
        <PrinterSelect
          label="平时用的打印机"
          placeholder="照系统默认的"
          printers={printers}
          value={usual.printer}
          disabled={disabled}
          onChange={(printer) => set({ printer })}
        />
        <ChoiceField
          label="单面还是双面"
          options={sidesOptions}
          value={usual.sides}
          disabled={disabled}
          hint="只有一页的文书总是单面；打印机不会翻面的也总是单面。"
          onChange={(sides) => set({ sides })}
        />
      </div>
    </Section>
  )
}
