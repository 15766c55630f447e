import { useEffect, useState } from 'react'
import type { CaseRecord } from '#contract/cases.ts'
import {
  authorityLabels,
  partyRoleLabels,
  representativeKindLabels,
  sexLabels,
} from '#db/domain/party.ts'
import { maskIdNumber, maskPhone } from '../../lib/format/mask.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'

type Party = CaseRecord['partyRecords'][number]

/** @policy Numbers shown in full go back behind their mask after half a minute (ux.md §2.4). */
const shownMs = 30_000
const firstShown = 10

export function PartyPanel({ record, onEdit }: { record: CaseRecord; onEdit: () => void }) {
  const [all, setAll] = useState(false)
  const parties = all ? record.partyRecords : record.partyRecords.slice(0, firstShown)
  const hidden = record.partyRecords.length - parties.length
  return (
    <Section
      title="当事人"
      extra={record.mayEditParties ? <Button onClick={onEdit}>修改当事人</Button> : null}
    >
      <ul className="cases-parties">
        {parties.map((party) => (
          <PartyItem key={party.id} party={party} />
        ))}
      </ul>
      {hidden > 0 ? (
        <Button kind="link" onClick={() => setAll(true)}>
          还有 {hidden} 位，全部列出
        </Button>
      ) : null}
    </Section>
  )
}

const useReveal = (): [boolean, (shown: boolean) => void] => {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!shown) return undefined
    const timer = setTimeout(() => setShown(false), shownMs)
    return () => clearTimeout(timer)
  }, [shown])
  return [shown, setShown]
}

const hasNumbers = (party: Party): boolean =>
  Boolean(party.phone || party.idNumber) ||
  party.representatives.some(({ phone, idNumber }) => phone || idNumber)

function PartyItem({ party }: { party: Party }) {
  const [shown, setShown] = useReveal()
  const phone = (text: string) => (shown ? text : maskPhone(text))
  const idNumber = (text: string) => (shown ? text : maskIdNumber(text))
  return (
    <li>
      <div className="cases-party-head">
        <span className="cases-party-name">{party.name}</span>
        <span className="muted">{partyRoleLabels[party.role]}</span>
        {hasNumbers(party) ? (
          <Button
            kind="link"
            className="cases-reveal"
            aria-label={shown ? `遮住 ${party.name} 的号码` : `显示 ${party.name} 的号码`}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? '遮住' : '显示'}
          </Button>
        ) : null}
      </div>
      <dl className="cases-facts">
        <Fact name="电话" value={party.phone && phone(party.phone)} />
        <Fact name="身份证号" value={party.idNumber && idNumber(party.idNumber)} />
        <Fact name="信用代码" value={party.creditCode} />
        <Fact name="基本情况" value={personWords(party)} />
        <Fact
          name="法定代表人"
          value={[party.legalRepName, party.legalRepTitle].filter(Boolean).join('，')}
        />
        <Fact name={party.kind === 'person' ? '住址' : '住所地'} value={party.address} />
        {party.representatives.map((one) => (
          <Fact
            key={`${one.kind} ${one.name} ${one.idNumber ?? ''}`}
            name={representativeKindLabels[one.kind]}
            value={[
              one.name,
              one.relation,
              one.authority && authorityLabels[one.authority],
              one.phone && phone(one.phone),
              one.idNumber && idNumber(one.idNumber),
            ]
              .filter(Boolean)
              .join('，')}
          />
        ))}
      </dl>
    </li>
  )
}

const personWords = (party: Party): string =>
  [
    party.sex && sexLabels[party.sex],
    party.age === undefined ? undefined : `${party.age} 岁`,
    party.ethnicity,
    party.occupation,
    party.workUnit,
  ]
    .filter(Boolean)
    .join('，')

/** One line of facts; nothing when there is nothing to tell. */
export function Fact({ name, value }: { name: string; value: string | undefined }) {
  if (!value) return null
  return (
    <div className="cases-fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
