import { failureText, type Failure } from '../lib/failure.ts'
import { Notice } from './notice.tsx'

/** Why a step was not done; first child of the dialog or screen it belongs to. */
export function FailureNotice({ failure, onClose }: { failure?: Failure; onClose?: () => void }) {
  if (!failure) return null
  const fields = Object.values(failure.fields ?? {})
  return (
    <Notice tone="danger" onClose={onClose}>
      {failureText(failure)}
      {failure.ruleId && failure.ruleId !== 'P' ? (
        <span className="tx-rule">依据 {failure.ruleId}</span>
      ) : null}
      {fields.length > 0 ? (
        <ul className="tx-notice-list">
          {[...new Set(fields)].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  )
}
