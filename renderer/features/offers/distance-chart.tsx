import { useId } from 'react'
import type { DistancePoint } from '#db/domain/offer/ledger.ts'
import { type Box, chartOf, distanceWords, drawChart } from './chart-points.ts'
import { roundYuanWords } from './term-sentence.ts'

const box: Box = { width: 340, height: 104, top: 14, bottom: 14, right: 136 }
const sideWords = { claimant: '要价', opponent: '出价', mediator: '调解员方案' } as const

/** How far the sides are apart, in words and as two steps that come closer. */
export function Distance({ points }: { points: readonly DistancePoint[] }) {
  const words = distanceWords(points)
  const chart = chartOf(points)
  if (!words) return null
  return (
    <div className="offers-distance">
      <p className="offers-gap">{words}</p>
      {chart ? <Lines points={points} drawing={drawChart(chart, box)} words={words} /> : null}
    </div>
  )
}

type LinesProps = {
  points: readonly DistancePoint[]
  drawing: ReturnType<typeof drawChart>
  words: string
}

function Lines({ points, drawing, words }: LinesProps) {
  const id = useId()
  const { asked, offered, proposed, gapFen, labels } = drawing
  const x = asked.end.x
  return (
    <figure>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-labelledby={id}>
        <title id={id}>{`双方金额的变化：${words}`}</title>
        <path className="offers-line offers-line-asked" d={asked.path} />
        <path className="offers-line offers-line-offered" d={offered.path} />
        {asked.dots.map((dot) => (
          <circle key={dot.x} className="offers-dot-asked" cx={dot.x} cy={dot.y} r="4.5" />
        ))}
        {offered.dots.map((dot) => (
          <rect
            key={dot.x}
            className="offers-dot-offered"
            x={dot.x - 4.5}
            y={dot.y - 4.5}
            width="9"
            height="9"
          />
        ))}
        {proposed.map(({ x: at, y }) => (
          <path key={at} className="offers-dot-proposed" d={`M${at} ${y - 6}l6 6l-6 6l-6 -6z`} />
        ))}
        <path className="offers-bracket" d={`M${x + 4} ${asked.end.y}V${offered.end.y}`} />
        <text x={x + 10} y={labels.asked + 5}>{`要 ${roundYuanWords(asked.lastFen)}`}</text>
        <text x={x + 10} y={labels.gap + 5} className="offers-gap-label">
          {gapFen > 0 ? `差 ${roundYuanWords(gapFen)}` : '没有差距'}
        </text>
        <text x={x + 10} y={labels.offered + 5}>{`出 ${roundYuanWords(offered.lastFen)}`}</text>
      </svg>
      <table className="tx-unseen">
        <caption>双方每次说的金额</caption>
        <tbody>
          {points.map((point) => (
            <tr key={point.offerId}>
              <th scope="row">第{point.ordinal}次</th>
              <td>{sideWords[point.side]}</td>
              <td>{roundYuanWords(point.amountFen)}</td>
              <td>
                {point.distanceFen === undefined ? '' : `差 ${roundYuanWords(point.distanceFen)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
