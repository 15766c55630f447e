import { useState } from 'react'
import { type OutputOf, useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { parseYears } from './archive-form.ts'

type Years = OutputOf<'dossiers.get'>['retentionYears']
type Props = { open: boolean; years: Years; onClose: () => void }

/** The law names the classes, the centre how many years they are. */
export function RetentionYearsDialog({ open, years, onClose }: Props) {
  const [short, setShort] = useState(years.short === undefined ? '' : String(years.short))
  const [long, setLong] = useState(years.long === undefined ? '' : String(years.long))
  const saving = useRun('dossiers.saveRetentionYears')
  const read = { short: parseYears(short), long: parseYears(long) }
  const save = async () => {
    if (read.short === 'wrong' || read.long === 'wrong') return
    const done = await saving.run({
      ...(read.short !== undefined && { short: read.short }),
      ...(read.long !== undefined && { long: read.long }),
    })
    if (done) onClose()
  }
  const wrong = '请写 1 到 100 的数，没有规定就空着'
  return (
    <Dialog
      title="保管期限各是几年"
      open={open}
      onClose={onClose}
      onConfirm={() => void save()}
      confirmText="就这样定"
      confirmDisabled={read.short === 'wrong' || read.long === 'wrong'}
      busy={saving.running}
      {...(saving.failure && { failure: saving.failure })}
    >
      <p className="hint">本中心的所有卷宗都照这个年数。</p>
      <TextField
        label="短期"
        value={short}
        onChange={setShort}
        inputMode="numeric"
        suffix="年"
        autoFocus
        {...(read.short === 'wrong' && { error: wrong })}
      />
      <TextField
        label="长期"
        value={long}
        onChange={setLong}
        inputMode="numeric"
        suffix="年"
        {...(read.long === 'wrong' && { error: wrong })}
      />
    </Dialog>
  )
}
