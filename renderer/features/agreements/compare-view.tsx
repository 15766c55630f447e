import type { CompareBlock, CompareRow, CompareState } from './compare-rows.ts'
import { marksOf, type Side } from './marked-words.ts'
import { WordMarks } from './word-marks.tsx'
import './compare.css'

type Props = {
  blocks: readonly CompareBlock[]
  /** What stands in each column. */
  names: { before: string; after: string }
}

const stateWords = {
  same: '',
  changed: '有改动',
  added: '新加',
  removed: '删去',
} as const satisfies Record<CompareState, string>

/** Two texts in two columns where there is room, else in one with marks. */
export const CompareView = ({ blocks, names }: Props) => (
  <div className="agreement-compare-frame">
    <div className="agreement-compare">
      <div className="agreement-compare-names" aria-hidden="true">
        <strong>{names.before}</strong>
        <strong>{names.after}</strong>
      </div>
      {blocks.map((block) => (
        <section
          key={block.key}
          className={`agreement-compare-block agreement-compare-${block.state}`}
          aria-label={`${block.title}${stateWords[block.state]}`}
          tabIndex={-1}
          data-is={block.is}
          data-was={block.was}
        >
          <h3>
            {block.title} <span>{stateWords[block.state]}</span>
            {block.note ? <span>⇅ {block.note}，移到这里</span> : undefined}
          </h3>
          {block.rows.map((row) => (
            <Row key={row.key} row={row} names={names} />
          ))}
        </section>
      ))}
    </div>
  </div>
)

const Row = ({ row, names }: { row: CompareRow; names: Props['names'] }) => (
  <div
    className="agreement-compare-row"
    role="group"
    aria-label={row.label === '' ? undefined : row.label}
    tabIndex={-1}
    data-is={row.is}
    data-was={row.was}
  >
    {row.label === '' ? undefined : <span className="agreement-compare-label">{row.label}</span>}
    <Cell row={row} side="before" name={names.before} />
    <Cell row={row} side="after" name={names.after} />
    <Cell row={row} side="both" name="改动标在字上" />
  </div>
)

/** The single column and the two others are never in sight together. */
const Cell = ({ row, side, name }: { row: CompareRow; side: Side; name: string }) => {
  const marks = marksOf(row, side)
  return (
    <div className={`agreement-compare-cell agreement-compare-${side}`}>
      <span className="tx-unseen">{name}：</span>
      {marks.length === 0 ? <span className="muted">（没有）</span> : <WordMarks marks={marks} />}
    </div>
  )
}
