import { useAsk } from '../../lib/ask.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { frameOf } from './strokes-frame.ts'

/** The strokes as they were written, for looking at. */
export function StrokesView({
  agreementId,
  signatureId,
}: {
  agreementId: string
  signatureId: string
}) {
  const asked = useAsk('agreements.strokes', { id: agreementId, signatureId })
  if (!asked.data) return asked.failure ? <FailureNotice failure={asked.failure} /> : <Loading />
  const { strokes } = asked.data
  return (
    <svg
      className="signature-strokes"
      viewBox={frameOf(strokes.flat())}
      role="img"
      aria-label="签名笔迹"
    >
      {strokes.map((stroke, index) => (
        <polyline
          // Strokes never change their order.
          key={index}
          points={stroke.map(({ x, y }) => `${x},${y}`).join(' ')}
        />
      ))}
    </svg>
  )
}
