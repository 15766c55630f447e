import type { ReactNode } from 'react'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusPlace } from './focus-place.ts'
import { ResultView } from './result-view.tsx'
import type { Progress } from './use-calculation.ts'

type Props = { progress: Progress; children?: ReactNode }

/** The result beside the form, or what is still in its way; each item leads to its field. */
export function ResultPanel({ progress, children }: Props) {
  return (
    <section className="calc-result" aria-label="结果">
      <h2 className="tx-unseen">结果</h2>
      <Body progress={progress} />
      {children}
    </section>
  )
}

function Body({ progress }: { progress: Progress }) {
  switch (progress.state) {
    case 'incomplete':
      return (
        <Places
          lead="填好下面几项，结果就出来："
          places={progress.problems.map(({ path, label, text }) => ({
            path,
            words: text === undefined ? label : `${label}：${text}`,
          }))}
        />
      )
    case 'reckoning':
      return <p className="muted">正在算…</p>
    case 'failed':
      return <FailureNotice failure={progress.failure} />
    case 'refused':
      return (
        <Places
          lead="现在算不出数："
          places={progress.reasons.map(({ path, text }) => ({ path, words: text }))}
        />
      )
    case 'reckoned':
      return <ResultView result={progress.result} />
  }
}

type Place = { path: string; words: string }

function Places({ lead, places }: { lead: string; places: readonly Place[] }) {
  return (
    <div role="status">
      <p>{lead}</p>
      <ul className="calc-places">
        {places.map(({ path, words }) => (
          <li key={`${path} ${words}`}>
            <button type="button" className="calc-place" onClick={() => focusPlace(path)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
