import { useState } from 'react'
import type { PrintingSettings as Settings } from '#contract/printing.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { usePrinters } from '../../lib/print-desk.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { FontSection } from './font-section.tsx'
import { FormRules } from './form-rules.tsx'
import { PrintLog } from './print-log.tsx'
import { PrinterSection } from './printer-section.tsx'
import { UsualFields } from './usual-fields.tsx'
import './printing.css'

/** Which printer prints what; every change is kept at once. */
export const PrintingSettings = () => {
  const me = useMe()
  const asked = useAsk('printing.settings', {})
  const printers = usePrinters()
  return (
    <div className="sections">
      <FailureNotice failure={printers.failure} />
      <PrinterSection printers={printers.data} onLook={printers.reload} />
      <FailureNotice failure={asked.failure} />
      {asked.data ? <StoredRules stored={asked.data} /> : <Loading />}
      <FontSection />
      {hasRole(me, 'head', 'administrator', 'mediator', 'receptionist') ? <PrintLog /> : undefined}
    </div>
  )
}

const StoredRules = ({ stored }: { stored: Settings }) => {
  const me = useMe()
  const saving = useRun('printing.saveSettings')
  const [settings, setSettings] = useState(stored)
  const [saved, setSaved] = useState(false)
  const printers = usePrinters()
  const mayEdit = hasRole(me, 'receptionist', 'mediator', 'head', 'administrator')
  const change = async (next: Settings): Promise<void> => {
    setSettings(next)
    setSaved(false)
    if (await saving.run(next)) setSaved(true)
  }
  const common = {
    settings,
    printers: printers.data ?? [],
    disabled: !mayEdit,
    onChange: (next: Settings) => void change(next),
  }
  return (
    <>
      <FailureNotice failure={saving.failure} onClose={saving.clear} />
      <UsualFields {...common} saved={saved} />
      <FormRules {...common} />
    </>
  )
}
