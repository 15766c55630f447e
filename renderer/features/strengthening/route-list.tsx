import { CircleAlert, CircleX } from 'lucide-react'
import type { RouteRow } from '#contract/strengthening.ts'
import { formatDate, formatDaysLeft } from '../../lib/format/date.ts'
import { today } from '../../lib/clock.ts'
import { onKeys } from '../../ui/keys.ts'
import { Tag } from '../../ui/status-tag.tsx'

const look = ({ open, closed, missing }: RouteRow) => {
  if (open && missing.length > 0) return { tone: 'waiting', word: '补齐就能办' } as const
  if (open) return { tone: 'going', word: '现在能办' } as const
  if (closed.some(({ code }) => code === 'pending'))
    return { tone: 'waiting', word: '已申请，等结果' } as const
  return { tone: 'plain', word: '现在不能办' } as const
}

type Props = {
  routes: readonly RouteRow[]
  chosen: RouteRow['route']
  onChoose: (route: RouteRow['route']) => void
}

/** All ways side by side: which is open, until when, and why another is not. */
export function RouteList({ routes, chosen, onChoose }: Props) {
  const step = (by: 1 | -1) => {
    const at = routes.findIndex(({ route }) => route === chosen)
    const next = routes[(at + by + routes.length) % routes.length]
    if (!next) return
    onChoose(next.route)
    document.querySelector<HTMLElement>(`[data-route="${next.route}"]`)?.focus()
  }
  return (
    <div
      className="strengthening-routes"
      role="radiogroup"
      aria-label="可以走的路"
      onKeyDown={onKeys({ ArrowDown: () => step(1), ArrowUp: () => step(-1) })}
    >
      {routes.map((row) => (
        <RouteLine
          key={row.route}
          row={row}
          isChosen={row.route === chosen}
          onChoose={() => onChoose(row.route)}
        />
      ))}
    </div>
  )
}

type LineProps = { row: RouteRow; isChosen: boolean; onChoose: () => void }

function RouteLine({ row, isChosen, onChoose }: LineProps) {
  const { tone, word } = look(row)
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      tabIndex={isChosen ? 0 : -1}
      data-route={row.route}
      className={`strengthening-route${row.open ? '' : ' strengthening-route-closed'}`}
      onClick={onChoose}
    >
      <span className="strengthening-route-head">
        <strong>{row.name}</strong>
        <Tag tone={tone} word={word} />
      </span>
      {row.open && row.deadline ? (
        <span className="strengthening-route-day">
          最晚 <strong>{formatDate(row.deadline.raw)}</strong>（
          {formatDaysLeft(row.deadline.raw, today())}）
        </span>
      ) : null}
      <Reasons row={row} />
    </button>
  )
}

function Reasons({ row: { open, closed, missing } }: { row: RouteRow }) {
  const reasons = open ? missing : closed.filter(({ code }) => code !== 'pending')
  const Icon = open ? CircleAlert : CircleX
  return reasons.map(({ code, words }) => (
    <span key={code} className="strengthening-reason">
      <Icon aria-hidden="true" />
      <span>{open ? `还差：${words}` : words}</span>
    </span>
  ))
}
