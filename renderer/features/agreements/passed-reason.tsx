import type { AgreementRecord } from '#contract/agreements.ts'
import { formatInstant } from '../../lib/format/date.ts'
import './findings.css'

type Props = { passed: AgreementRecord['passedWarnings'][number] | undefined }

/** Why a warning may stand, and who said so. */
export const PassedReason = ({ passed }: Props) =>
  passed ? (
    <p className="agreement-passed">
      {passed.byName} {formatInstant(passed.at)} 写明：<q>{passed.words}</q>
    </p>
  ) : null
