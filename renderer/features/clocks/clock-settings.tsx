import { useState } from 'react'
import type { ClockSettings as Settings } from '#contract/clocks.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import './clocks.css'
import { RuleList } from './rule-list.tsx'
import { draftOf, regionOptions, settingsFaults, settingsOf } from './settings-form.ts'

/** 地区与期限: whose local rules hold, what counts as soon, and every rule with a time in it. */
export function ClockSettings() {
  const asked = useAsk('clocks.settings', {})
  if (!asked.data) return asked.failure ? <FailureNotice failure={asked.failure} /> : <Loading />
  return (
    <div className="clocks-settings">
      <SettingsForm stored={asked.data} />
      <RuleList />
    </div>
  )
}

const tiers = [
  { value: '', label: '还不清楚' },
  { value: '1', label: '一档' },
  { value: '2', label: '二档' },
  { value: '3', label: '三档' },
]

function SettingsForm({ stored }: { stored: Settings }) {
  const save = useRun('clocks.saveSettings')
  const [draft, setDraft] = useState(() => draftOf(stored))
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const faults = { ...(tried ? settingsFaults(draft) : {}), ...save.failure?.fields }
  const set = (part: Partial<typeof draft>) => {
    setDone(false)
    setDraft((before) => ({ ...before, ...part }))
  }
  const submit = async () => {
    setTried(true)
    const settings = settingsOf(draft)
    if (!settings) return focusFirstError()
    if (await save.run(settings)) setDone(true)
  }
  return (
    <Section title="地区与期限">
      <div className="form">
        <FailureNotice failure={save.failure} onClose={save.clear} />
        {done ? <Notice tone="done">存好了，期限和计算已经按新的设置重新算过。</Notice> : null}
        <SelectField
          label="按哪里的规定"
          required
          options={regionOptions}
          value={draft.region}
          onChange={(region) => {
            if (region) set({ region })
          }}
          hint="本地有专门规定的用本地规定，没有的用全国规定"
        />
        {draft.region === 'other' ? (
          <TextField
            label="行政区划代码"
            required
            inputMode="numeric"
            maxLength={6}
            value={draft.code}
            onChange={(code) => set({ code })}
            error={faults['code']}
            hint="6 位数字。区县没有专门规定时，用市里的、省里的"
          />
        ) : null}
        <ChoiceField
          label="本地最低工资属于第几档"
          options={tiers}
          value={draft.wageTier}
          onChange={(wageTier) => set({ wageTier })}
        />
        <TextField
          label="提前几天算快到期"
          required
          inputMode="numeric"
          maxLength={3}
          value={draft.soonDays}
          onChange={(soonDays) => set({ soonDays })}
          error={faults['soonDays']}
          suffix="天"
        />
        <TextField
          label="协议低于法定数额的百分之几要提醒"
          required
          inputMode="numeric"
          maxLength={3}
          value={draft.warnBelowPercent}
          onChange={(warnBelowPercent) => set({ warnBelowPercent })}
          error={faults['warnBelowPercent']}
          hint="这是本中心自己的要求，不是法律规定"
          suffix="%"
        />
        <div className="foot-actions">
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
