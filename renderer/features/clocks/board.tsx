import { useState } from 'react'
import type { BoardLine } from '#contract/clocks.ts'
import { useAsk } from '../../lib/ask.ts'
import { useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'
import { Line } from './board-line.tsx'
import { groupsFor, groupTitle, type GroupOfLines } from './board-lines.ts'
import './clocks.css'
import { MissingYears } from './missing-years.tsx'

const mostShown = 6
const mostKeys = 9

/** The morning list: what has its day, the most urgent first, each line one key from where it is done. */
export function Board() {
  const me = useMe()
  const go = useGo()
  const board = useAsk('clocks.board', {}, { fresh: true })
  const [open, setOpen] = useState<readonly string[]>([])
  if (!board.data)
    return board.failure ? (
      <FailureNotice failure={board.failure} />
    ) : (
      <Loading text="正在看有哪些期限…" />
    )
  const groups = groupsFor(me.role, board.data.lines, board.data.totals).map((one) => ({
    ...one,
    shown: open.includes(one.group) ? one.lines : one.lines.slice(0, mostShown),
  }))
  const numbered = groups.flatMap(({ shown }) => shown).slice(0, mostKeys)
  const numberOf = (line: BoardLine): number | undefined => {
    const index = numbered.indexOf(line)
    return index < 0 ? undefined : index + 1
  }
  return (
    <div className="clocks-board">
      <MissingYears years={board.data.missingYears} />
      {groups.length === 0 ? (
        <Section title="期限">
          <p className="muted">近来没有到期的事，也没有等别人的事。</p>
        </Section>
      ) : null}
      {groups.map((one) => (
        <Section key={one.group} title={groupTitle(one.group, one.count)}>
          <Lines {...one} numberOf={numberOf} />
          {one.shown.length < one.lines.length ? (
            <Button kind="link" onClick={() => setOpen((before) => [...before, one.group])}>
              还有 {one.lines.length - one.shown.length} 项，全部列出
            </Button>
          ) : null}
          {one.shown.length === one.lines.length && one.lines.length < one.count ? (
            <p className="muted">这里只列最急的 {one.lines.length} 项，办完几项后面的就上来。</p>
          ) : null}
        </Section>
      ))}
      <div className="row">
        <Button kind="link" onClick={() => go({ to: 'calendar' })}>
          到日历里看所有期限
        </Button>
      </div>
    </div>
  )
}

type LinesProps = GroupOfLines & {
  shown: readonly BoardLine[]
  numberOf: (line: BoardLine) => number | undefined
}

function Lines({ group, shown, numberOf }: LinesProps) {
  return (
    <ul className={`clocks-lines clocks-lines-${group}`}>
      {shown.map((line) => (
        <Line key={line.key} line={line} number={numberOf(line)} />
      ))}
    </ul>
  )
}
