import { useAsk } from '../../lib/ask.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'

const margin = 12

type Point = { x: number; y: number }

/** The box around all points, with some air. */
const frameOf = (points: readonly Point[]): string => {
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))]
  const right = Math.max(...points.map(({ x }) => x))
  const bottom = Math.max(...points.map(({ y }) => y))
  return [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin].join(
    ' ',
  )
}

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
          // oxlint-disable-next-line react/no-array-index-key -- strokes never change their order
          key={index}
          points={stroke.map(({ x, y }) => `${x},${y}`).join(' ')}
        />
      ))}
    </svg>
  )
}
