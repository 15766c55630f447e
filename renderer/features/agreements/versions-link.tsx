import type { AgreementRecord } from '#contract/agreements.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'

/** Earlier texts are there once one was handed in or approved. */
export const VersionsLink = ({ record }: { record: AgreementRecord }) => {
  const go = useGo()
  const isThere = record.version > 1 || record.lastSubmitted || record.reviews.length > 0
  return isThere ? (
    <Button kind="link" onClick={() => go({ to: 'agreementVersions', caseId: record.caseId })}>
      版本对照
    </Button>
  ) : null
}
