import { useAsk } from '../../lib/ask.ts'
import { Screen } from '../../ui/screen.tsx'
import { OfferPanel } from './offer-panel.tsx'

/** 方案台账 as a page of its own, outside a session. */
export function OfferScreen({ caseId }: { caseId: string }) {
  const record = useAsk('cases.get', { id: caseId })
  return (
    <Screen title="方案台账" subtitle={record.data?.title} back={{ to: 'case', caseId }}>
      <OfferPanel caseId={caseId} />
    </Screen>
  )
}
