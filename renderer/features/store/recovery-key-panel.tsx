import { FileDown, Printer } from 'lucide-react'
import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isTypedBack, keyGroups } from './recovery-key.ts'

type RecoveryKeyPanelProps = { recoveryKey: string; onDone: () => void; doneText: string }

/** Shown once: onto paper, and typed back from the paper before anybody goes on. */
export function RecoveryKeyPanel({ recoveryKey, onDone, doneText }: RecoveryKeyPanelProps) {
  const [typed, setTyped] = useState('')
  const [checked, setChecked] = useState(false)
  const groups = keyGroups(recoveryKey)
  const right = isTypedBack(recoveryKey, typed)
  const goOn = () => {
    setChecked(true)
    if (right) onDone()
  }
  return (
    <div className="stack">
      <p>
        忘记密码、换电脑、主任离任时，只有这串恢复码能打开数据。它只显示这一次：请打印两份，分别密封，由两人锁在不同的地方；没有打印机就工整地抄在纸上。不要留在这台电脑里。
      </p>
      <div className="big-key" role="group" aria-label="恢复码">
        {groups.map((group, index) => (
          <span key={`${index} ${group}`}>{group}</span>
        ))}
      </div>
      <PaperButtons recoveryKey={recoveryKey} />
      <hr className="rule" />
      <TextField
        label="照着纸，输入恢复码的最后两组"
        required
        value={typed}
        onChange={setTyped}
        onEnter={goOn}
        hint={`共 10 个字符，大小写都可以，中间的横线可以不输`}
        error={
          checked && !right ? '和恢复码的最后两组不一样。请看纸上的最后两组，重新输入' : undefined
        }
      />
      <div className="foot-actions">
        <Button kind="primary" large onClick={goOn}>
          {doneText}
        </Button>
      </div>
    </div>
  )
}

function PaperButtons({ recoveryKey }: { recoveryKey: string }) {
  const paper = useRun('store.putRecoveryKeyOnPaper')
  const [done, setDone] = useState<'printer' | 'pdf'>()
  const put = async (channel: 'printer' | 'pdf') => {
    const answer = await paper.run({ recoveryKey, channel })
    if (answer?.done) setDone(channel)
  }
  return (
    <div className="stack">
      <FailureNotice failure={paper.failure} onClose={paper.clear} />
      <div className="row">
        <Button
          icon={<Printer aria-hidden="true" />}
          disabled={paper.running}
          onClick={() => void put('printer')}
        >
          打印恢复码
        </Button>
        <Button
          icon={<FileDown aria-hidden="true" />}
          disabled={paper.running}
          onClick={() => void put('pdf')}
        >
          存到 U 盘（PDF）
        </Button>
      </div>
      {done === 'printer' ? (
        <Notice tone="done">已送到打印机。请看纸上的字是否清楚。</Notice>
      ) : null}
      {done === 'pdf' ? (
        <Notice tone="done">已存成 PDF。请尽快打印出来收好，再把这个文件从电脑里删掉。</Notice>
      ) : null}
    </div>
  )
}
