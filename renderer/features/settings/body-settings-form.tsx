import { useState } from 'react'
import { committeeKinds, type BodySettings } from '#db/domain/body-settings.ts'
import { fileNumber } from '#db/domain/file-number.ts'
import { yearOf } from '#db/domain/local-date.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { PhoneField } from '../../ui/identity-fields.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { bodyErrors } from './body-errors.ts'

const kinds = committeeKinds.map(({ code, label }) => ({ value: code, label }))

export function BodySettingsForm() {
  const asked = useAsk('settings.body', {})
  if (asked.loading) return <Loading />
  if (!asked.data) return <FailureNotice failure={asked.failure} />
  return <BodyForm stored={asked.data.body} />
}

function BodyForm({ stored }: { stored: BodySettings }) {
  const save = useRun('settings.saveBody')
  const [body, setBody] = useState(stored)
  const [checked, setChecked] = useState(false)
  const [done, setDone] = useState(false)
  const errors = { ...(checked ? bodyErrors(body) : {}), ...save.failure?.fields }
  const set = (change: Partial<BodySettings>) => {
    setDone(false)
    setBody((old) => ({ ...old, ...change }))
  }
  const submit = async () => {
    setChecked(true)
    if (Object.keys(bodyErrors(body)).length > 0) return focusFirstError()
    if (await save.run(body)) setDone(true)
  }
  const exampleName = body.shortName.trim()
  return (
    <Section title="单位信息">
      <div className="form">
        <FailureNotice failure={save.failure} onClose={save.clear} />
        {done ? (
          <Notice tone="done">存好了。以后出的文书用新的内容，已定稿的文书不变。</Notice>
        ) : null}
        <TextField
          label="单位全称"
          required
          maxLength={60}
          value={body.fullName}
          error={errors['fullName']}
          onChange={(fullName) => set({ fullName })}
        />
        <TextField
          label="编号简称"
          required
          maxLength={12}
          value={body.shortName}
          error={errors['shortName']}
          onChange={(shortName) => set({ shortName })}
          below={
            exampleName === '' ? null : (
              <div className="tx-capitals">
                文书编号会是：<strong>{fileNumber(yearOf(today()), exampleName, 1)}</strong>
              </div>
            )
          }
        />
        <TextField
          label="印章名称"
          required
          maxLength={60}
          value={body.sealName}
          error={errors['sealName']}
          hint="照着印章上刻的字写，落款处用"
          onChange={(sealName) => set({ sealName })}
        />
        <SelectField
          label="调解组织类别"
          required
          options={kinds}
          value={body.committeeKind}
          onChange={(committeeKind) => {
            if (committeeKind) set({ committeeKind })
          }}
        />
        <TextField
          label="地址"
          maxLength={100}
          value={body.address}
          error={errors['address']}
          onChange={(address) => set({ address })}
        />
        <PhoneField
          label="联系电话"
          value={body.phone}
          error={errors['phone']}
          onChange={(phone) => set({ phone })}
        />
        <TextField
          label="所在地区"
          maxLength={60}
          value={body.region}
          error={errors['region']}
          hint="如 浙江省杭州市某区"
          onChange={(region) => set({ region })}
        />
        <TextField
          label="文书抬头"
          maxLength={60}
          value={body.letterhead}
          error={errors['letterhead']}
          hint="不填就用单位全称"
          onChange={(letterhead) => set({ letterhead })}
        />
        <div className="foot-actions">
          <Button
            kind="primary"
            busy={save.running}
            shortcut="Ctrl+Enter"
            onClick={() => void submit()}
          >
            保存单位信息
          </Button>
        </div>
      </div>
    </Section>
  )
}
