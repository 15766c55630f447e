import { useEffect, useRef, useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import { paperCountWords } from '../../lib/labels/printing.ts'
import { maxCopies, parseCopies } from '../../lib/parse-copies.ts'
import { usePrintOptions } from '../../lib/print-options.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { Notice } from '../../ui/notice.tsx'
import { OutcomeNotice } from '../../ui/paper-outcome.tsx'
import { PrintOptionFields } from '../../ui/print-option-fields.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useEnterIsFree } from '../../ui/use-enter-is-free.ts'
import { usePaperOutput } from './use-paper-output.ts'

type Props = {
  form: PaperForm
  objectId: string | undefined
  usualCopies: number
  pages: number | undefined
  isDraft: boolean
  /** False when only Word can lay it out: then it is saved as Word and printed there. */
  hasPdf: boolean
  /** Told how many sheets of paper a copy takes. */
  onPaper: (sheets: number | undefined) => void
}

export const PaperActions = (props: Props) => {
  const { form, objectId, usualCopies, pages, isDraft, hasPdf, onPaper } = props
  const [copies, setCopies] = useState<number | undefined>(usualCopies)
  const output = usePaperOutput(form, objectId)
  const options = usePrintOptions(form, pages)
  const { sheets } = options
  const isBusy = output.printing || output.saving
  const hasPrinter = options.printers === undefined || options.printer !== undefined
  const isAllowed = copies !== undefined && !isDraft && hasPdf && hasPrinter
  const mayPrint = isAllowed && !isBusy
  useEffect(() => onPaper(sheets), [onPaper, sheets])
  const copiesFrame = useRef<HTMLDivElement>(null)
  const isBlank = objectId === undefined
  useEffect(() => {
    // Of a blank form somebody wants a number of copies: what is typed takes the place of what stands there.
    if (isBlank) copiesFrame.current?.querySelector('input')?.select()
  }, [isBlank])

  const print = async (): Promise<void> => {
    if (mayPrint) await output.print({ copies, ...options.chosen })
  }
  useShortcut('Enter', () => void print(), { enabled: useEnterIsFree() && mayPrint })

  return (
    <div className="stack">
      <FailureNotice failure={output.failure} onClose={output.clear} />
      {isDraft ? (
        <Notice title="这是草稿">主任审批同意、给了编号以后，才能打印和存文件。</Notice>
      ) : null}
      <OutcomeNotice outcome={output.outcome} />
      <div ref={copiesFrame}>
        <TextField
          label="份数"
          value={copies === undefined ? '' : String(copies)}
          inputMode="numeric"
          align="right"
          suffix="份"
          hint={<CopiesHint {...{ form, copies, pages, sides: options.sides }} />}
          error={copies === undefined ? `请写 1 到 ${maxCopies} 的数` : undefined}
          onChange={(text) => setCopies(parseCopies(text))}
          onEnter={() => void print()}
        />
      </div>
      <PrintOptionFields options={options} />
      <Button
        kind="primary"
        large
        block
        shortcut="Enter"
        shortcutShownOnly
        autoFocus={!isBlank}
        busy={output.printing}
        disabled={!isAllowed || output.saving}
        onClick={() => void print()}
      >
        打印
      </Button>
      <Button block disabled={isBusy || isDraft || !hasPdf} onClick={() => void output.save('pdf')}>
        存 PDF
      </Button>
      <Button block disabled={isBusy || isDraft} onClick={() => void output.save('docx')}>
        存 Word
      </Button>
    </div>
  )
}

type HintProps = {
  form: PaperForm
  copies: number | undefined
  pages: number | undefined
  sides: Parameters<typeof paperCountWords>[1]
}

const CopiesHint = ({ form, copies, pages, sides }: HintProps) => (
  <>
    {form === 'f10' ? <div>当事人各一份，留存一份</div> : null}
    {copies !== undefined && pages !== undefined ? (
      <div>{paperCountWords(pages, sides, copies)}</div>
    ) : null}
  </>
)
