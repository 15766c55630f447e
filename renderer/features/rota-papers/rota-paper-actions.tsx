import { useState } from 'react'
import type { RotaPaper } from '#contract/rota-papers.ts'
import { paperCountWords } from '../../lib/labels/printing.ts'
import { maxCopies, parseCopies } from '../../lib/parse-copies.ts'
import { usePrintOptions } from '../../lib/print-options.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { OutcomeNotice } from '../../ui/paper-outcome.tsx'
import { PrintOptionFields } from '../../ui/print-option-fields.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useEnterIsFree } from '../../ui/use-enter-is-free.ts'
import { formOf, hasBook } from './paper-words.ts'
import { useRotaOutput } from './use-rota-paper.ts'

type Props = {
  of: RotaPaper
  usualCopies: number
  pages: number | undefined
  /** False when only Word can lay it out. */
  hasPdf: boolean
}

export const RotaPaperActions = ({ of, usualCopies, pages, hasPdf }: Props) => {
  const [copies, setCopies] = useState<number | undefined>(usualCopies)
  const output = useRotaOutput(of)
  const options = usePrintOptions(formOf[of.paper], pages)
  const isBusy = output.printing || output.saving
  const hasPrinter = options.printers === undefined || options.printer !== undefined
  const isAllowed = copies !== undefined && hasPdf && hasPrinter
  const mayPrint = isAllowed && !isBusy
  const print = async (): Promise<void> => {
    if (mayPrint) await output.print({ copies, ...options.chosen })
  }
  useShortcut('Enter', () => void print(), { enabled: useEnterIsFree() && mayPrint })
  return (
    <div className="stack">
      <FailureNotice failure={output.failure} onClose={output.clear} />
      <OutcomeNotice outcome={output.outcome} />
      <TextField
        label="份数"
        value={copies === undefined ? '' : String(copies)}
        inputMode="numeric"
        align="right"
        suffix="份"
        hint={
          copies !== undefined && pages !== undefined
            ? paperCountWords(pages, options.sides, copies)
            : undefined
        }
        error={copies === undefined ? `请写 1 到 ${maxCopies} 的数` : undefined}
        onChange={(text) => setCopies(parseCopies(text))}
        onEnter={() => void print()}
      />
      <PrintOptionFields options={options} />
      <Button
        kind="primary"
        large
        block
        shortcut="Enter"
        shortcutShownOnly
        autoFocus
        busy={output.printing}
        disabled={!isAllowed || output.saving}
        onClick={() => void print()}
      >
        打印
      </Button>
      <Button block disabled={isBusy || !hasPdf} onClick={() => void output.save('pdf')}>
        存 PDF
      </Button>
      <Button block disabled={isBusy} onClick={() => void output.save('docx')}>
        存 Word
      </Button>
      {hasBook(of.paper) ? (
        <Button block disabled={isBusy} onClick={() => void output.save('xlsx')}>
          存 Excel
        </Button>
      ) : null}
    </div>
  )
}
