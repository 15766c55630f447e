import { useState } from 'react'
import { profileNames, type Profile } from '#db/domain/deadline/rule.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { formatDate } from '../../lib/format/date.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { findRules } from './find-rules.ts'

type Rule = OutputOf<'clocks.rules'>[number]

const profiles = (Object.keys(profileNames) as Profile[]).map((value) => ({
  value,
  label: profileNames[value],
}))

/** Every rule with a time in it that holds here on a day. */
export function RuleList() {
  const [on, setOn] = useState<LocalDate | undefined>(today)
  const [profile, setProfile] = useState<Profile>()
  const [text, setText] = useState('')
  const [looked, setLooked] = useState<Rule>()
  const asked = useAsk('clocks.rules', { on: on ?? today(), ...(profile ? { profile } : {}) })
  const rules = asked.data ? findRules(asked.data, text) : []
  return (
    <Section title="软件会算的期限">
      <div className="stack">
        <div className="grid-2">
          <TextField
            label="查找"
            value={text}
            onChange={setText}
            placeholder="如 司法确认、工伤、仲裁法"
          />
          <SelectField
            label="哪一类程序"
            options={profiles}
            value={profile}
            onChange={setProfile}
            placeholder="全部"
            clearable
          />
          <DateField
            label="哪一天有效的规定"
            value={on}
            onChange={setOn}
            hint="期限按事情发生那天的规定算"
          />
        </div>
        <FailureNotice failure={asked.failure} />
        {asked.data ? (
          <>
            <div className="muted">{rules.length} 条。回车或点一下看全文。</div>
            <DataTable
              label="期限规则"
              columns={columns}
              rows={rules}
              rowKey={(rule) => `${rule.rule} ${rule.region} ${rule.validFrom}`}
              onOpen={setLooked}
              empty={<p className="muted">没有找到，请换几个字。</p>}
            />
          </>
        ) : asked.failure ? null : (
          <Loading />
        )}
      </div>
      {looked ? <RuleDialog rule={looked} onClose={() => setLooked(undefined)} /> : null}
    </Section>
  )
}

const columns: readonly Column<Rule>[] = [
  {
    key: 'name',
    title: '期限',
    render: (rule) => (
      <>
        <strong>{rule.name}</strong>
        <div className="muted">{rule.topicName}</div>
      </>
    ),
  },
  {
    key: 'length',
    title: '多久',
    width: '11rem',
    render: (rule) => (
      <>
        {rule.length}
        <div className="muted">从{rule.eventName}</div>
      </>
    ),
  },
  {
    key: 'source',
    title: '依据',
    render: (rule) => (
      <>
        {rule.source}
        <RuleMarks rule={rule} />
      </>
    ),
  },
]

function RuleMarks({ rule }: { rule: Rule }) {
  return (
    <div className="row">
      {rule.kind === 'policy' ? <Tag tone="plain" word="工作设定，不是法律" /> : null}
      {rule.region === 'CN' ? null : <Tag tone="going" word="本地规定" />}
      {rule.verified ? null : <Tag tone="waiting" word="未核对原文" />}
    </div>
  )
}

function RuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const nameOf = (profile: string) =>
    Object.hasOwn(profileNames, profile) ? profileNames[profile as Profile] : profile
  const until = rule.validTo ? `到${formatDate(rule.validTo)}` : '起'
  return (
    <Dialog title={rule.name} open onClose={onClose}>
      <p>
        从{rule.eventName}起 {rule.length}。
      </p>
      <p>依据：{rule.source}</p>
      {rule.note ? <p>{rule.note}</p> : null}
      <p className="muted">
        适用：{rule.profiles.map(nameOf).join('、')}。有效：{formatDate(rule.validFrom)}
        {until}。规则编号 {rule.ruleId}。
      </p>
      <RuleMarks rule={rule} />
    </Dialog>
  )
}
