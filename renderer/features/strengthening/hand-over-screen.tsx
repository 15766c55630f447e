import { useState } from 'react'
import type { OutputOf } from '../../lib/ask.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { officeKindWords, type OfficeKind } from '#db/domain/strengthening/offices.ts'
import { formatDate } from '../../lib/format/date.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { firstOffice, type ChosenOffice, type Proposals } from './office-picker.tsx'
import { PackSection, ReasonLines } from './pack-section.tsx'
import type { Pack } from './pack-list.tsx'
import { TerminateSection } from './terminate-section.tsx'
import './strengthening.css'

type Remedies = OutputOf<'strengthening.remedies'>
type CaseData = OutputOf<'cases.get'>

/** A case ends without agreement or goes elsewhere: what to tell, what to print, whom to hand it to. */
export function HandOverScreen({ caseId }: { caseId: string }) {
  const remedies = useAsk('strengthening.remedies', { caseId })
  const record = useAsk('cases.get', { id: caseId })
  const failure = remedies.failure ?? record.failure
  return (
    <Screen
      title="终止与转交"
      subtitle={record.data && `${record.data.caseNumber} ${record.data.title}`}
      back={{ to: 'case', caseId }}
    >
      <FailureNotice failure={failure} />
      {remedies.data && record.data ? (
        <HandOver record={record.data} remedies={remedies.data} />
      ) : failure ? null : (
        <Loading />
      )}
    </Screen>
  )
}

function HandOver({ record, remedies }: { record: CaseData; remedies: Remedies }) {
  return (
    <div className="stack">
      <RemediesSection remedies={remedies} caseId={record.id} />
      {record.moves.includes('terminate') ? <TerminateSection record={record} /> : null}
      {record.status === 'failed' || record.status === 'withdrawn' ? (
        <Notice tone="done">调解已经终止。下面的通知书和材料可以随时打印。</Notice>
      ) : null}
      <HandOverSection record={record} remedies={remedies} />
    </div>
  )
}

/** In the order of the law, with the days to watch: read out to both sides. */
function RemediesSection({ remedies, caseId }: { remedies: Remedies; caseId: string }) {
  const go = useGo()
  const { ways, limitations } = remedies
  return (
    <Section
      title="告诉双方的其他途径"
      extra={<Button onClick={() => go({ to: 'clocks', caseId })}>填日期、看期限</Button>}
    >
      <ol className="strengthening-remedies">
        {ways.map(({ kind, words, source, proposals }) => (
          <li key={kind}>
            <strong>{officeKindWords[kind]}</strong>
            {proposals[0]?.name ? `（${proposals[0].name}）` : ''}：{words}
            <span className="hint strengthening-source">依据：{source}</span>
          </li>
        ))}
      </ol>
      {limitations.length > 0 ? (
        <>
          <h3>需要注意的日期</h3>
          <ul className="strengthening-remedies">
            {limitations.map(({ matter, date, source, missing }) => (
              <li key={matter}>
                {matter}：
                {date ? (
                  <strong>{formatDate(date)}</strong>
                ) : (
                  <span>还不能推算，先问清：{missing ?? '起算的日期'}</span>
                )}
                <span className="hint strengthening-source">依据：{source}</span>
              </li>
            ))}
          </ul>
          <p className="hint">
            日期按已经掌握的情况推算，会印在终止调解通知书上，以有关机关的认定为准。
          </p>
        </>
      ) : null}
    </Section>
  )
}

const kindsBeside: readonly OfficeKind[] = ['police', 'petition', 'other']

function HandOverSection({ record, remedies }: { record: CaseData; remedies: Remedies }) {
  const { id: caseId } = record
  const preparing = useRun('strengthening.prepareHandOver')
  const kinds = [...new Set([...remedies.ways.map(({ kind }) => kind), ...kindsBeside])]
  const [kind, setKind] = useState<OfficeKind>(kinds[0] ?? 'other')
  const proposals: Proposals = remedies.ways.find((way) => way.kind === kind)?.proposals ?? []
  const [office, setOffice] = useState<ChosenOffice>(() => firstOffice(proposals))
  const [reason, setReason] = useState('')
  const [made, setMade] = useState<Pack>()
  const [handing, setHanding] = useState(false)
  const choose = (next: OfficeKind) => {
    setKind(next)
    setMade(undefined)
    setOffice(firstOffice(remedies.ways.find((way) => way.kind === next)?.proposals ?? []))
  }
  const make = async (officeName: string) => {
    const done = await preparing.run({ caseId, kind, officeName, reason: reason.trim() })
    setMade(done?.papers)
    return done?.papers
  }
  const mayEdit = record.mayMediate && record.status !== 'archived'
  return (
    <Section
      title="转交材料"
      extra={mayEdit ? <Button onClick={() => setHanding(true)}>登记已转交</Button> : undefined}
    >
      <div className="stack">
        {record.moves.includes('terminate') ? (
          <Notice>先在上面终止调解，通知书上才会印出终止的原因。</Notice>
        ) : null}
        <ChoiceField
          label="转给哪一类机构"
          options={kinds.map((value) => ({ value, label: officeKindWords[value] }))}
          value={kind}
          onChange={choose}
        />
        <TextField
          label="转交的理由（印在移送函上）"
          maxLength={300}
          value={reason}
          onChange={setReason}
          hint="不写就印“经调解没有达成协议，当事人拟请你单位依法处理。”"
        />
        <PackSection
          key={kind}
          officeLabel="转给哪个机构"
          packLabel="转交的材料"
          proposals={proposals}
          pack={made ?? (kind === kinds[0] ? remedies.pack : [])}
          office={office}
          onOffice={setOffice}
          onMake={make}
          making={preparing.running}
          failure={preparing.failure}
          mayMake={mayEdit}
        />
        <ReasonLines failure={preparing.failure} />
      </div>
      {handing ? (
        <HandOverDialog
          record={record}
          officeName={office.name}
          reason={reason}
          onClose={() => setHanding(false)}
        />
      ) : null}
    </Section>
  )
}
