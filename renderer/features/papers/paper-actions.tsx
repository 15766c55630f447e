import { useEffect, useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import { useRun } from '../../lib/ask.ts'
import { maxCopies, parseCopies } from '../../lib/parse-copies.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Props = {
  form: PaperForm
  objectId: string
  usualCopies: number
  /** Only to look at: not approved yet. */
  isDraft: boolean
}

type Outcome =
  | { kind: 'printed'; copies: number }
  | { kind: 'notPrinted' }
  | { kind: 'saved'; name: string }
  | { kind: 'notSaved' }

const ownsEnter = 'button, input, textarea, select, a, [role="combobox"]'

/** True while no field or button has the cursor, so that Enter is free for the main action. */
const useEnterIsFree = (): boolean => {
  const [isFree, setFree] = useState(true)
  useEffect(() => {
    const look = (): void => setFree(!document.activeElement?.closest(ownsEnter))
    look()
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
    }
  }, [])
  return isFree
}

export const PaperActions = ({ form, objectId, usualCopies, isDraft }: Props) => {
  const [copies, setCopies] = useState<number | undefined>(usualCopies)
  const [outcome, setOutcome] = useState<Outcome>()
  const printing = useRun('papers.print')
  const saving = useRun('papers.save')
  const isBusy = printing.running || saving.running
  const mayPrint = copies !== undefined && !isBusy && !isDraft

  const print = async (): Promise<void> => {
    if (!mayPrint) return
    setOutcome(undefined)
    saving.clear()
    const done = await printing.run({ form, objectId, copies })
    if (done) setOutcome(done.printed ? { kind: 'printed', copies } : { kind: 'notPrinted' })
  }
  const save = async (channel: 'pdf' | 'docx'): Promise<void> => {
    setOutcome(undefined)
    printing.clear()
    const done = await saving.run({ form, objectId, channel })
    if (done) {
      setOutcome(
        done.saved === undefined ? { kind: 'notSaved' } : { kind: 'saved', name: done.saved },
      )
    }
  }
  useShortcut('Enter', () => void print(), { enabled: useEnterIsFree() && mayPrint })

  return (
    <div className="stack">
      <FailureNotice failure={printing.failure} onClose={printing.clear} />
      <FailureNotice failure={saving.failure} onClose={saving.clear} />
      {isDraft ? (
        <Notice title="这是草稿">主任审批同意、给了编号以后，才能打印和存文件。</Notice>
      ) : null}
      <OutcomeNotice outcome={outcome} />
      <TextField
        label="份数"
        value={copies === undefined ? '' : String(copies)}
        inputMode="numeric"
        align="right"
        suffix="份"
        hint={form === 'f10' ? '当事人各一份，留存一份' : undefined}
        error={copies === undefined ? `请写 1 到 ${maxCopies} 的数` : undefined}
        onChange={(text) => setCopies(parseCopies(text))}
        onEnter={() => void print()}
      />
      <Button
        kind="primary"
        large
        block
        shortcut="Enter"
        shortcutShownOnly
        autoFocus
        busy={printing.running}
        disabled={copies === undefined || saving.running || isDraft}
        onClick={() => void print()}
      >
        打印
      </Button>
      <Button block disabled={isBusy || isDraft} onClick={() => void save('pdf')}>
        存 PDF
      </Button>
      <Button block disabled={isBusy || isDraft} onClick={() => void save('docx')}>
        存 Word
      </Button>
    </div>
  )
}

const OutcomeNotice = ({ outcome }: { outcome: Outcome | undefined }) => {
  switch (outcome?.kind) {
    case undefined:
      return null
    case 'printed':
      return (
        <Notice tone="done" title={`已送到打印机，${outcome.copies} 份`}>
          请看纸张出齐了没有；少了可以改份数再打。
        </Notice>
      )
    case 'notPrinted':
      return (
        <Notice tone="warning" title="没有打印：打印窗口关掉了">
          要打印请再按“打印”。没有接打印机的，可以先存 PDF，拷到别的电脑上打。
        </Notice>
      )
    case 'saved':
      return (
        <Notice tone="done" title="已存好">
          {outcome.name}
        </Notice>
      )
    case 'notSaved':
      return <Notice tone="warning">没有存：选位置的窗口关掉了。要存请再按一次。</Notice>
  }
}
