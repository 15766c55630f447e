import { useMemo, useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import './agreements.css'
import './signing.css'
import { ScanSection } from './scan-section.tsx'
import { ScreenSigningDialog } from './screen-signing-dialog.tsx'
import { rowTitle, SignatureLine, toggled } from './signature-line.tsx'
import {
  allOn,
  givenOf,
  outlookOf,
  rowsOf,
  type SignatureDraft,
  type SignatureDrafts,
  type SignatureRow,
  storedFor,
} from './signature-rows.ts'
import { WhatFollows } from './what-follows.tsx'

export const SigningScreen = ({ agreementId }: { agreementId: string }) => {
  const agreement = useAsk('agreements.get', { id: agreementId })
  const body = useAsk('settings.body', {})
  const record = agreement.previous ? undefined : agreement.data
  const bodyName = body.data && (body.data.body.sealName || body.data.body.fullName)
  const failure = agreement.failure ?? body.failure
  return (
    <Screen
      title="登记签署"
      subtitle={record ? `${record.fileNumber ?? ''} ${record.caseTitle}` : undefined}
      back={record ? { to: 'case', caseId: record.caseId } : true}
      actions={record ? <PaperButton record={record} /> : undefined}
    >
      <FailureNotice failure={failure} />
      {record && bodyName !== undefined ? (
        <Signing key={record.id} record={record} bodyName={bodyName} />
      ) : failure ? undefined : (
        <Loading />
      )}
    </Screen>
  )
}

const PaperButton = ({ record }: { record: AgreementRecord }) => {
  const go = useGo()
  return (
    <>
      <Button onClick={() => go({ to: 'agreement', agreementId: record.id })}>看协议书</Button>
      <Button onClick={() => go({ to: 'readBack', paper: 'agreement', objectId: record.id })}>
        念给各方听
      </Button>
      <Button
        shortcut="Ctrl+P"
        onClick={() =>
          go({ to: 'paper', form: 'f10', objectId: record.id, copies: record.content.copies })
        }
      >
        打印
      </Button>
    </>
  )
}

type Props = { record: AgreementRecord; bodyName: string }

const Signing = ({ record, bodyName }: Props) => {
  const { id, parties, signatures, mediatorName, recorderName } = record
  const day = today()
  const [drafts, setDrafts] = useState<SignatureDrafts>({})
  const [onPad, setOnPad] = useState<SignatureRow>()
  const me = useMe()
  const [watched, setWatched] = useState({ place: '本中心', witnessName: me.name })
  const saving = useRun('agreements.sign')
  const removal = useRun('agreements.removeSignature')
  const paper = useMemo(
    () => ({ parties, mediatorName, recorderName, bodyName }),
    [parties, mediatorName, recorderName, bodyName],
  )
  const rows = rowsOf(paper, day)
  const given = givenOf(rows, signatures, drafts)
  const outlook = outlookOf(paper, rows, signatures, given, day)
  const mayChange = record.status === 'approved'
  const nameOf = (row: SignatureRow): string | undefined =>
    parties.find((party) => party.id === row.partyId)?.name
  const draftOf = (row: SignatureRow): SignatureDraft =>
    drafts[row.key] ?? { manner: [], signedOn: day }
  const save = async (): Promise<void> => {
    const saved = await saving.run({
      id,
      signatures: given.map(({ signature }) => signature),
    })
    if (saved) setDrafts({})
  }
  return (
    <>
      <SigningState record={record} />
      <WhatFollows record={record} />
      <Section
        title="签名、盖章和指印"
        extra={
          mayChange ? (
            <Button
              disabled={rows.every((row) => !row.required || storedFor(row, signatures))}
              shortcut="Alt+T"
              onClick={() => setDrafts((old) => allOn(rows, signatures, old, day))}
            >
              全部今天签署
            </Button>
          ) : undefined
        }
      >
        {rows.map((row) => (
          <SignatureLine
            key={row.key}
            record={record}
            row={row}
            partyName={nameOf(row)}
            stored={storedFor(row, signatures)}
            draft={draftOf(row)}
            reasons={outlook.reasons[row.key] ?? []}
            mayChange={mayChange}
            onDraft={(draft) => setDrafts((old) => ({ ...old, [row.key]: draft }))}
            onScreen={() => setOnPad(row)}
            onRemove={(signatureId) => void removal.run({ id, signatureId })}
          />
        ))}
        <FailureNotice failure={removal.failure} onClose={removal.clear} />
        <FailureNotice failure={saving.failure} onClose={saving.clear} />
        {mayChange ? (
          <div className="agreement-submit">
            <span id="signing-outlook">
              {outlook.missing.length > 0
                ? `还缺：${outlook.missing.map((row) => rowTitle(row, nameOf(row))).join('、')}`
                : outlook.effectiveOn
                  ? `都齐了，存下后协议自${formatDateWithWeekday(outlook.effectiveOn)}起生效，签署不能再改`
                  : ''}
            </span>
            <Button
              kind="primary"
              large
              shortcut="Ctrl+Enter"
              busy={saving.running}
              disabled={given.length === 0 || outlook.blocked}
              aria-describedby="signing-outlook"
              onClick={() => void save()}
            >
              登记签署
            </Button>
          </div>
        ) : undefined}
      </Section>
      {onPad ? (
        <ScreenSigningDialog
          record={record}
          title={rowTitle(onPad, nameOf(onPad))}
          signerName={onPad.signerName}
          before={{
            ...watched,
            witnessName: watched.witnessName === onPad.signerName ? '' : watched.witnessName,
          }}
          onClose={() => setOnPad(undefined)}
          onSigned={(screen) => {
            setWatched({ place: screen.place, witnessName: screen.witnessName })
            setDrafts((old) => {
              const { manner = [] } = old[onPad.key] ?? {}
              return {
                ...old,
                [onPad.key]: { manner: toggled(manner, 'screen', true), signedOn: day, screen },
              }
            })
            setOnPad(undefined)
          }}
        />
      ) : null}
      <ScanSection record={record} />
    </>
  )
}

/** Where the signing stands, in one sentence. */
const SigningState = ({ record }: { record: AgreementRecord }) => {
  if (record.effectiveOn !== undefined) {
    return (
      <Notice tone="done" title={`协议自${formatDateWithWeekday(record.effectiveOn)}起生效`}>
        最后一个必需的签名或印章在这一天（依据 D2）。
      </Notice>
    )
  }
  if (record.status !== 'approved') {
    return <Notice tone="warning">协议书还没有审批定稿，不能登记签署。</Notice>
  }
  if (record.printedCopies === 0) {
    return <Notice>还没有打印。先打印 {record.content.copies} 份，各方签好后再登记。</Notice>
  }
  return null
}
