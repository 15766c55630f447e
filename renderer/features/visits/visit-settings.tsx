import { useState } from 'react'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  daysFields,
  daysTexts,
  settingsOf,
  settingsProblems,
  type DaysTexts,
} from './settings-form.ts'

/** 设置 → 回访安排 */
export function VisitSettings() {
  const asked = useAsk('visits.settings', {})
  if (asked.data) return <SettingsForm stored={asked.data} />
  return asked.failure ? <FailureNotice failure={asked.failure} /> : <Loading />
}

function SettingsForm({ stored }: { stored: OutputOf<'visits.settings'> }) {
  const save = useRun('visits.saveSettings')
  const [texts, setTexts] = useState<DaysTexts>(() => daysTexts(stored))
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const problems = tried ? settingsProblems(texts) : {}
  const submit = async () => {
    setTried(true)
    const settings = settingsOf(texts)
    if (!settings) return focusFirstError()
    if (await save.run(settings)) setDone(true)
  }
  return (
    <Section title="回访安排">
      <div className="form">
        <p>
          {'法律只要求回访和督促履行，没有规定多少天，由本中心自己定。写几个数就安排几次，用顿号隔开；空着就不自动安排。' +
            '遇到休息日自动挪到工作日，同一天只安排一次。'}
        </p>
        <FailureNotice failure={save.failure} onClose={save.clear} />
        {done ? (
          <Notice tone="done">
            存好了，没有做的回访已经按新的天数重新安排；自己改过日期的不动。
          </Notice>
        ) : null}
        {daysFields.map(({ key, label, hint }) => (
          <TextField
            key={key}
            label={label}
            hint={hint}
            value={texts[key]}
            maxLength={60}
            error={problems[key]}
            onChange={(text) => {
              setDone(false)
              setTexts({ ...texts, [key]: text })
            }}
          />
        ))}
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
