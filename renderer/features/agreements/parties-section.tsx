import type { AgreementRecord } from '#contract/agreements.ts'
import { partyRoleLabels, representativeKindLabels } from '#db/domain/party.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'

type Party = AgreementRecord['parties'][number]

const helpersOf = (party: Party): string => {
  const legal = party.legalRepName ? [`法定代表人 ${party.legalRepName}`] : []
  const others = party.representatives.map(
    ({ kind, name }) => `${representativeKindLabels[kind]} ${name}`,
  )
  return [...legal, ...others].join('，')
}

/** From the case; changed there, so that every paper says the same. */
export const PartiesSection = ({ record }: { record: AgreementRecord }) => {
  const go = useGo()
  return (
    <Section
      title="1 当事人"
      extra={
        <div data-path="parties">
          <Button
            aria-label="到案件里改当事人"
            onClick={() => go({ to: 'case', caseId: record.caseId })}
          >
            改
          </Button>
        </div>
      }
    >
      <ul className="agreement-list">
        {record.parties.map((party) => (
          <li key={party.id}>
            {partyRoleLabels[party.role]} <strong>{party.name}</strong>
            {helpersOf(party) === '' ? '' : `（${helpersOf(party)}）`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
