import { useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import { formatInstantShort } from '../../lib/format/date.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import './dossiers.css'
import { HandoverForm } from './handover-form.tsx'

type Done = { handoverId: string; words: string }

/** 工作移交: the open cases of a mediator who leaves go to another, with a list to sign. */
export function HandoverScreen() {
  const go = useGo()
  const people = useAsk('users.list', {})
  const [fromId, setFromId] = useState<string>()
  const [done, setDone] = useState<Done>()
  const from = people.data?.find(({ id }) => id === fromId)
  const print = (handoverId: string) => go({ to: 'paper', form: 'handover', objectId: handoverId })
  return (
    <Screen title="工作移交" back={{ to: 'cases' }}>
      <FailureNotice failure={people.failure} />
      {done ? (
        <Notice
          tone="done"
          title={done.words}
          onClose={() => setDone(undefined)}
          actions={
            <Button kind="primary" autoFocus onClick={() => print(done.handoverId)}>
              打印移交清单
            </Button>
          }
        >
          清单要交接双方和监交人签名，留存一份。
        </Notice>
      ) : null}
      <Section title="移交案件">
        <div className="stack">
          <div className="form">
            <SelectField
              label="谁要离开"
              required
              options={(people.data ?? [])
                .filter(({ role }) => role === 'mediator' || role === 'head')
                .map(({ id, name, active }) => ({
                  value: id,
                  label: active ? name : `${name}（已停用）`,
                }))}
              value={fromId}
              onChange={(id) => {
                setDone(undefined)
                setFromId(id)
              }}
            />
          </div>
          {from ? (
            <HandoverForm
              key={from.id}
              from={from}
              onDone={(handed) => {
                setFromId(undefined)
                setDone(handed)
              }}
            />
          ) : null}
        </div>
      </Section>
      <PastHandovers onPrint={print} />
    </Screen>
  )
}

function PastHandovers({ onPrint }: { onPrint: (handoverId: string) => void }) {
  const asked = useAsk('dossiers.handovers', {})
  return (
    <Section title="以前的移交">
      <FailureNotice failure={asked.failure} />
      {asked.loading ? <Loading /> : null}
      {asked.data?.length === 0 ? <EmptyState text="还没有移交过。" /> : null}
      <ul className="dossier-loans">
        {asked.data?.map((one) => (
          <li key={one.id} className="dossier-loan">
            <div className="dossier-loan-words">
              <strong className="dossier-row-name">
                {one.fromName} 移交给 {one.toName}，{one.caseCount} 件
              </strong>
              <div className="muted">
                {formatInstantShort(one.madeAt)} {one.madeByName}办。{one.reason}
              </div>
            </div>
            <Button
              aria-label={`打印清单 ${one.fromName} ${formatInstantShort(one.madeAt)}`}
              onClick={() => onPrint(one.id)}
            >
              打印清单
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
