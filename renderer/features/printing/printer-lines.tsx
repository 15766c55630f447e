import type { ReactNode } from 'react'
import type { Printer } from '#contract/printing.ts'
import { printerLook, printerMend } from '../../lib/labels/printing.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Tag } from '../../ui/status-tag.tsx'

type Props = {
  printers: readonly Printer[]
  onLook: () => void
  /** Stands at the end of a printer's line. */
  renderAction?: (printer: Printer) => ReactNode
}

/** The printers of this machine: state in words, and what to do where something keeps one. */
export const PrinterLines = ({ printers, onLook, renderAction }: Props) => {
  if (printers.length === 0) {
    return (
      <EmptyState
        text="没有找到打印机。请看打印机有没有开、线有没有接好，在系统里装好打印机后再找。"
        action={<Button onClick={onLook}>再找一遍</Button>}
      />
    )
  }
  return (
    <ul className="printing-printers" aria-label="这台电脑上的打印机">
      {printers.map((printer) => {
        const mend = printerMend(printer)
        return (
          <li key={printer.name} className="printing-printer">
            <div className="printing-job-words">
              <div className="row">
                <strong>{printer.label}</strong>
                <Tag {...printerLook(printer)} />
                {printer.isDefault ? <span className="muted">系统默认</span> : undefined}
                {printer.duplex === false ? <span className="muted">只能打单面</span> : undefined}
              </div>
              {mend === undefined ? undefined : <p>{mend}</p>}
            </div>
            {renderAction?.(printer)}
          </li>
        )
      })}
    </ul>
  )
}
