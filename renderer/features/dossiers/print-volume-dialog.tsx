import { useEffect, useMemo, useState } from 'react'
import { firstPrintingSettings } from '#db/domain/printing/settings.ts'
import { type OutputOf, useAsk, useRun } from '../../lib/ask.ts'
import { maxCopies, parseCopies } from '../../lib/parse-copies.ts'
import { printerFor, usualSides } from '../../lib/print-choice.ts'
import { usePrinters } from '../../lib/print-desk.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PrinterField } from '../../ui/printer-field.tsx'
import { type CopyRow, copyRows, copyTotals, totalsWords } from './copy-plan.ts'
import { CopyTable } from './copy-table.tsx'
import { VolumeWork } from './volume-work.tsx'

type Props = {
  caseId: string
  /** Of each part; undefined while the volume is not made. */
  pages: ReadonlyMap<string, number> | undefined
  /** The volume is still being made for its preview: the print waits for it. */
  isMaking: boolean
  onClose: () => void
  onPrinted: (parts: number, copies: number) => void
}

/** Each part with its copies, preset by the plan; Enter prints. */
export function PrintVolumeDialog(props: Props) {
  const plan = useAsk('volumes.plan', { caseId: props.caseId }, { fresh: true })
  const settings = useAsk('printing.settings', {})
  const printers = usePrinters()
  if (plan.data && printers.data && settings.data)
    return <PlannedDialog {...props} plan={plan.data} />
  const failure = plan.failure ?? printers.failure ?? settings.failure
  return (
    <Dialog title="打印整卷" open onClose={props.onClose}>
      <FailureNotice failure={failure} />
      {failure ? null : <Loading text="正在算每种文书要几份…" />}
    </Dialog>
  )
}

const noPages: ReadonlyMap<string, number> = new Map()

/** Copies as changed by hand, the printer, and what comes of both. */
const usePrintPlan = (plan: OutputOf<'volumes.plan'>, pages: Props['pages']) => {
  const [changes, setChanges] = useState<ReadonlyMap<string, Partial<CopyRow>>>(new Map())
  const [chosen, setChosen] = useState<string>()
  const printers = usePrinters().data ?? []
  const settings = useAsk('printing.settings', {}).data ?? firstPrintingSettings
  const usual = useMemo(() => copyRows(plan.parts, pages ?? noPages), [plan.parts, pages])
  const rows = usual.map((row) => ({ ...row, ...changes.get(row.key) }))
  const own = printers.find(({ name }) => name === chosen)
  const printerOf = (form: string) => own ?? printerFor(printers, settings, form).printer
  const used = new Set(rows.flatMap((row) => (row.wanted ? [printerOf(row.form)?.name] : [])))
  const change = (key: string, part: Partial<CopyRow>) =>
    setChanges((old) => new Map([...old, [key, { ...old.get(key), ...part }]]))
  return {
    rows,
    change,
    printers,
    chosen: own?.name,
    setChosen,
    /** The one that all parts go to. */
    common: used.size === 1 ? [...used][0] : undefined,
    goesToSeveral: used.size > 1 && !used.has(undefined),
    hasPrinter: !used.has(undefined),
    totals: copyTotals(rows, (form, count) => usualSides(settings, form, printerOf(form), count)),
  }
}

function PlannedDialog(props: Props & { plan: OutputOf<'volumes.plan'> }) {
  const { caseId, isMaking, onClose, onPrinted } = props
  const printing = useRun('volumes.print')
  const [asked, setAsked] = useState(false)
  const plan = usePrintPlan(props.plan, props.pages)
  const { rows, totals, chosen } = plan
  const print = async () => {
    const parts = rows.flatMap(({ form, objectId, wanted, copies }) =>
      wanted && copies !== undefined ? [{ form, objectId, copies }] : [],
    )
    const done = await printing.run({ caseId, parts, ...(chosen && { printer: chosen }) })
    setAsked(false)
    if (done) onPrinted(totals.parts, totals.copies)
  }
  const begins = asked && !isMaking && !printing.running
  useEffect(() => {
    if (begins) void print()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one print for one asking; the plan stands still meanwhile
  }, [begins])
  const isOneLeftOut = rows.some((row) => !row.wanted)
  return (
    <Dialog
      title="打印整卷"
      open
      onClose={onClose}
      onConfirm={() => setAsked(true)}
      confirmText="打印"
      confirmDisabled={totals.parts === 0 || totals.isWrong || !plan.hasPrinter}
      confirmFocused
      busy={asked || printing.running}
      width={900}
      extra={
        <Button
          onClick={() => {
            for (const { key } of rows) plan.change(key, { wanted: isOneLeftOut })
          }}
        >
          {isOneLeftOut ? '全选' : '都不选'}
        </Button>
      }
      {...(printing.failure && { failure: printing.failure })}
    >
      {plan.printers.length === 0 ? (
        <Notice tone="warning" title="这台电脑没有打印机">
          可以先存 PDF，拷到有打印机的电脑上打。
        </Notice>
      ) : (
        <>
          <PrinterField
            printers={plan.printers}
            value={chosen ?? plan.common}
            onChange={plan.setChosen}
          />
          {plan.goesToSeveral ? (
            <p className="hint">不选就照设置：各种文书用各自定好的打印机。</p>
          ) : null}
        </>
      )}
      <output className="volume-totals">{totalsWords(totals)}</output>
      <CopyTable
        rows={rows}
        onWanted={(key, wanted) => plan.change(key, { wanted })}
        onCopies={(key, text) => plan.change(key, { copies: parseCopies(text) })}
        wrongText={`请写 1 到 ${maxCopies} 的数`}
      />
      {asked ? <VolumeWork caseId={caseId} step="正在做整卷，做好就送去打印…" /> : null}
    </Dialog>
  )
}
