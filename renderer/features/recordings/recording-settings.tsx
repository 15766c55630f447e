import { useState } from 'react'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Settings = OutputOf<'recordings.settings'>

export function RecordingSettings() {
  const asked = useAsk('recordings.settings', {})
  if (asked.loading) return <Loading />
  if (!asked.data) return <FailureNotice failure={asked.failure} />
  return <RecordingForm stored={asked.data} />
}

const longestDays = 3650

/** Empty keeps the sound with its case. @returns undefined when it is no number of days */
export const keepDaysOf = (text: string): { keepDays?: number } | undefined => {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return {}
  const days = Number(plain)
  return Number.isInteger(days) && days >= 1 && days <= longestDays ? { keepDays: days } : undefined
}

function RecordingForm({ stored }: { stored: Settings }) {
  const save = useRun('recordings.saveSettings')
  const [allowed, setAllowed] = useState(stored.allowed)
  const [days, setDays] = useState(stored.keepDays === undefined ? '' : String(stored.keepDays))
  const [isWrong, setIsWrong] = useState(false)
  const [done, setDone] = useState(false)
  const submit = async () => {
    const kept = keepDaysOf(days)
    setIsWrong(kept === undefined)
    if (kept && (await save.run({ allowed, ...kept }))) setDone(true)
  }
  return (
    <Section title="录音">
      <div className="form">
        <p>不开也能正常调解。开了以后，每次谈话仍要在场各方都同意才能录；单独谈话一律不录。</p>
        <FailureNotice failure={save.failure} onClose={save.clear} />
        {done ? <Notice tone="done">存好了，从下一次录音起按新的办。</Notice> : null}
        <CheckField
          label="允许给谈话录音"
          value={allowed}
          onChange={(value) => {
            setDone(false)
            setAllowed(value)
          }}
        />
        <TextField
          label="录音保存几天"
          value={days}
          hint="空着就和案件一起保存；到期的声音在下一次登录时自动删除"
          {...(isWrong ? { error: `请写 1 到 ${longestDays} 的整数，或者空着` } : {})}
          onChange={(value) => {
            setDone(false)
            setDays(value)
          }}
        />
        <div className="tx-actions">
          <Button
            kind="primary"
            shortcut="Ctrl+Enter"
            busy={save.running}
            onClick={() => void submit()}
          >
            保存
          </Button>
        </div>
      </div>
    </Section>
  )
}
