import type { BoardLine } from '#contract/clocks.ts'
import { today } from '../../lib/clock.ts'
import { useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { onKeys, useShortcut } from '../../ui/keys.ts'
import { Tag } from '../../ui/status-tag.tsx'
import { lineDay, lineLook, placeOf } from './board-lines.ts'

const moveFocus = (from: Element, step: 1 | -1): void => {
  const all = [...document.querySelectorAll<HTMLElement>('.clocks-line')]
  all[all.findIndex((one) => one === from) + step]?.focus()
}

const moves = onKeys({
  ArrowDown: () => document.activeElement && moveFocus(document.activeElement, 1),
  ArrowUp: () => document.activeElement && moveFocus(document.activeElement, -1),
})

type LineProps = {
  line: BoardLine
  /** From 1 to 9: Alt with this number opens it from anywhere on the page. */
  number?: number
}

/** One thing that has its day: what, until when, whose; the whole line leads to where it is done. */
export function Line({ line, number }: LineProps) {
  const me = useMe()
  const go = useGo()
  const day = today()
  const open = () => go(placeOf(line, me.role))
  useShortcut(`Alt+${number}`, open, { enabled: number !== undefined })
  const look = lineLook(line, day)
  const until = lineDay(line, day)
  return (
    <li>
      <button type="button" className="clocks-line" onClick={open} onKeyDown={moves}>
        <span className="clocks-line-head">
          <Tag {...look} />
          <span className="clocks-line-what">{line.what}</span>
          {number === undefined ? null : <KeyHint combo={`Alt+${number}`} />}
        </span>
        <span className="clocks-line-case">{line.title}</span>
        <span className="clocks-line-more">
          {until ? <span>{until}</span> : null}
          {line.caseNumber === '' ? null : <span className="nums">{line.caseNumber}</span>}
          {me.role !== 'mediator' && line.mediatorName ? <span>{line.mediatorName}</span> : null}
        </span>
      </button>
    </li>
  )
}
