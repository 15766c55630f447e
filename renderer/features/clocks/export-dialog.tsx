import { useState } from 'react'
import { addMonths, type LocalDate } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { useRun } from '../../lib/ask.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.ts'

type ExportDialogProps = { open: boolean; onClose: () => void }

/** Everything that has its day within a stretch, as an .ics file. */
export function ExportDialog({ open, onClose }: ExportDialogProps) {
  const save = useRun('clocks.exportCalendar')
  const toast = useToast()
  const [from, setFrom] = useState<LocalDate | undefined>(today)
  const [to, setTo] = useState<LocalDate | undefined>(() => addMonths(today(), 3))
  const [withNames, setWithNames] = useState(false)
  const [tried, setTried] = useState(false)
  const isReversed = from !== undefined && to !== undefined && to < from
  const close = () => {
    save.clear()
    setTried(false)
    onClose()
  }
  const confirm = async () => {
    setTried(true)
    if (!from || !to || isReversed) return
    const done = await save.run({ from, to, withNames })
    if (!done) return
    // Without a place to save to, the person thought better of it.
    if (done.saved !== undefined) {
      toast(`${done.count} 项期限已经存到 ${done.saved}`)
      close()
    }
  }
  return (
    <Dialog
      title="导出期限"
      open={open}
      onClose={close}
      onConfirm={() => void confirm()}
      confirmText="存成日历文件"
      busy={save.running}
      failure={save.failure}
    >
      <p>
        存成一个 .ics 文件，手机、WPS 日历、Outlook
        都能打开。以后期限有变动，再导出一次，同一项会自动更新。
      </p>
      <div className="grid-2">
        <DateField
          label="从哪一天"
          required
          value={from}
          onChange={setFrom}
          error={tried && !from ? '请写从哪一天起' : undefined}
        />
        <DateField
          label="到哪一天"
          required
          value={to}
          onChange={setTo}
          error={tried && !to ? '请写到哪一天止' : isReversed ? '这一天早于开始的日期' : undefined}
        />
      </div>
      <CheckField
        label="写上当事人姓名"
        value={withNames}
        onChange={setWithNames}
        hint="文件离开本机就没有密码保护。不勾选时只写案号和要办的事。"
      />
    </Dialog>
  )
}
