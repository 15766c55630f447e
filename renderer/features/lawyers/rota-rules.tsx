import { useState } from 'react'
import type { RotaSettings } from '#contract/desks.ts'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  rotaSettingsDraft,
  rotaSettingsOf,
  rotaSettingsProblems,
  type RotaSettingsDraft,
} from './rota-settings-form.ts'
import { useBegun } from '../../lib/use-begun.ts'

/** How the rota is made, changed and shown. */
export function RotaRules({ settings }: { settings: RotaSettings }) {
  const save = useRun('desks.saveSettings')
  const { form, begun, set, drop } = useBegun('rota rules', rotaSettingsDraft(settings))
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const problems = tried ? rotaSettingsProblems(form) : {}
  const change = (part: Partial<RotaSettingsDraft>) => {
    setDone(false)
    set(part)
  }
  const submit = async () => {
    setTried(true)
    const read = rotaSettingsOf(form, settings.marketDays)
    if (!read) return focusFirstError()
    if (!(await save.run(read))) return undefined
    drop(rotaSettingsDraft(read))
    return setDone(true)
  }
  return (
    <Section title="怎样排、怎样换">
      <div className="form">
        <FailureNotice failure={save.failure} onClose={save.clear} />
        {begun ? <Notice>有上次没有保存的改动，看过请点“保存”。</Notice> : null}
        {done ? <Notice tone="done">存好了。</Notice> : null}
        <ChoiceField
          label="人不够时"
          vertical
          options={[
            { value: 'gap' as const, label: '可以空着，标出空缺' },
            { value: 'full' as const, label: '必须排满，排不出就说明哪些规则冲突' },
          ]}
          value={form.allowGaps ? 'gap' : 'full'}
          onChange={(value) => change({ allowGaps: value === 'gap' })}
        />
        <ChoiceField
          label="律所和预约的当事人有利益关系时"
          vertical
          options={[
            { value: 'forbid' as const, label: '这半天不排这家律所的律师' },
            { value: 'flag' as const, label: '可以排，标上冲突' },
          ]}
          value={form.conflicts}
          onChange={(conflicts) => change({ conflicts })}
        />
        <CheckField
          label="替班、换班要主任同意"
          value={form.headApproves}
          onChange={(headApproves) => change({ headApproves })}
          hint="不勾：两人说好、又不违反规则，就直接换"
        />
        <div className="lawyers-three">
          <TextField
            label="前一天几点前可以申请换班"
            inputMode="numeric"
            suffix="点"
            value={form.changesUntilHour}
            onChange={(changesUntilHour) => change({ changesUntilHour })}
            error={problems.changesUntilHour}
            hint="过了这个点请打电话给中心"
          />
          <TextField
            label="过几分钟没签到就提醒"
            inputMode="numeric"
            suffix="分钟"
            value={form.lateAfterMinutes}
            onChange={(lateAfterMinutes) => change({ lateAfterMinutes })}
            error={problems.lateAfterMinutes}
          />
          <TextField
            label="自动排班最多算多久"
            inputMode="numeric"
            suffix="秒"
            value={form.solveSeconds}
            onChange={(solveSeconds) => change({ solveSeconds })}
            error={problems.solveSeconds}
          />
        </div>
        <CheckField
          label="印的值班表上写律师电话"
          value={form.phonesOnPaper}
          onChange={(phonesOnPaper) => change({ phonesOnPaper })}
        />
        <CheckField
          label="锁屏上显示本周值班表"
          value={form.lockScreen}
          onChange={(lockScreen) => change({ lockScreen })}
          hint="不用登录就能看到姓名、律所和时段，也能在锁屏上签到。为此在案件库旁边存一份不加密的值班表，里面没有案件。不勾就删掉"
        />
        <div className="tx-actions">
          <Button kind="primary" busy={save.running} onClick={() => void submit()}>
            保存
          </Button>
        </div>
      </div>
    </Section>
  )
}
