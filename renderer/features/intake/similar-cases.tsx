import { useEffect, useState } from 'react'
import { localDateOf } from '#db/domain/local-date.ts'
import type { CaseStatus } from '#db/domain/case/status.ts'
import { call, useAsk } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import { matchedByLabels } from '../../lib/labels/intake.ts'
import { caseStatusLooks } from '../../lib/labels/status.ts'
import { useGo } from '../../lib/navigation.ts'
import type { PartyDraft } from '../../lib/party-draft.ts'
import type { Party } from '#contract/values.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import {
  asksNothing,
  partyMeant,
  similarQuery,
  type SimilarCase,
  type SimilarQuery,
} from './similar-query.ts'

const pauseMs = 400

/** The question, a little behind the typing and never in the middle of a composition. */
const useSettledQuery = (parties: readonly PartyDraft[], composing: boolean): SimilarQuery => {
  const [settled, setSettled] = useState(() => similarQuery(parties))
  useEffect(() => {
    if (composing) return undefined
    const timer = setTimeout(() => {
      const next = similarQuery(parties)
      setSettled((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next))
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [parties, composing])
  return settled
}

const statusWord = (status: string): string =>
  Object.hasOwn(caseStatusLooks, status) ? caseStatusLooks[status as CaseStatus].word : status

type SimilarCasesProps = {
  parties: readonly PartyDraft[]
  composing: boolean
  onTakeOver: (known: Party) => void
}

/** Earlier cases of the same people, beside the form. */
export function SimilarCases({ parties, composing, onTakeOver }: SimilarCasesProps) {
  const query = useSettledQuery(parties, composing)
  const isEmpty = asksNothing(query)
  const { data, failure } = useAsk('intake.similar', query, { enabled: !isEmpty })
  const found = isEmpty ? [] : (data ?? [])
  return (
    <Section title="可能是老案件">
      <FailureNotice failure={isEmpty ? undefined : failure} />
      {found.length === 0 ? (
        <p className="hint">
          {isEmpty || !data
            ? '填了姓名、电话或身份证号，这里会列出以前的案件。'
            : '没有找到这些人以前的案件。'}
        </p>
      ) : (
        <ul className="intake-similar">
          {found.map((one) => (
            <SimilarItem key={`${one.caseId} ${one.partyName}`} one={one} onTakeOver={onTakeOver} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function SimilarItem({
  one,
  onTakeOver,
}: { one: SimilarCase } & Pick<SimilarCasesProps, 'onTakeOver'>) {
  const go = useGo()
  const [failure, setFailure] = useState<Failure>()
  const take = async () => {
    try {
      const record = await call('cases.get', { id: one.caseId })
      const known = partyMeant(one, record.partyRecords)
      setFailure(known ? undefined : { code: 'parties.notFound' })
      if (known) onTakeOver(known)
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  return (
    <li>
      <div>
        <strong>{one.partyName}</strong> <span className="nums">{one.maskedPhone}</span>
        <span className="muted">（{matchedByLabels[one.matchedBy]}）</span>
      </div>
      <div>
        {localDateOf(one.appliedAt)} {one.title} · {statusWord(one.status)}
      </div>
      <FailureNotice failure={failure} onClose={() => setFailure(undefined)} />
      <div className="row">
        <Button aria-label={`引用 ${one.partyName} 的身份信息`} onClick={() => void take()}>
          引用其身份信息
        </Button>
        <Button
          kind="link"
          aria-label={`打开老案件 ${one.caseNumber}`}
          onClick={() => go({ to: 'case', caseId: one.caseId })}
        >
          打开 {one.caseNumber}
        </Button>
      </div>
    </li>
  )
}
