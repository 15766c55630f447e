import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Props = { open: boolean; onReason: (reason: string) => void; onClose: () => void }

/** After closing a paper comes in with its reason. */
export function LateReasonDialog({ open, onReason, onClose }: Props) {
  const [reason, setReason] = useState('')
  const words = reason.trim()
  return (
    <Dialog
      title="本卷已经归档，补入要写原因"
      open={open}
      onClose={onClose}
      onConfirm={() => {
        setReason('')
        onReason(words)
      }}
      confirmText="补入"
      confirmDisabled={words === ''}
    >
      <TextField
        label="为什么现在才补"
        required
        autoFocus
        value={reason}
        onChange={setReason}
        maxLength={200}
        hint="会同日期、经手人一起记下来"
        suggestions={['当事人后来送来', '履行以后才有的凭证', '归档时漏放', '原来的扫描不清楚']}
      />
    </Dialog>
  )
}
