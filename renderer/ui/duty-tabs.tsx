import type { Role } from '#db/domain/roles.ts'
import { useAsk } from '../lib/ask.ts'
import { hasRole, useMe } from '../lib/me.ts'
import { hrefOf, type Place } from '../lib/navigation.ts'
import './duty-tabs.css'

export type DutyTab = 'rota' | 'requests' | 'day' | 'hours'
type Tab = { tab: DutyTab; word: string; place: Place; roles: readonly Role[] }

const keepers = ['head', 'receptionist'] as const
const tabs: readonly Tab[] = [
  { tab: 'rota', word: '值班表', place: { to: 'rotas' }, roles: keepers },
  { tab: 'requests', word: '换班请假', place: { to: 'rotaRequests' }, roles: keepers },
  { tab: 'day', word: '今天到岗', place: { to: 'dutyDay' }, roles: [...keepers, 'mediator'] },
  { tab: 'hours', word: '时长', place: { to: 'dutyHours' }, roles: keepers },
]

/** Between the four pages of the lawyers' desk; each role sees its own, and one page alone needs no tabs. */
export function DutyTabs({ current }: { current: DutyTab }) {
  const me = useMe()
  const requests = useAsk('requests.list', { open: true }, { enabled: hasRole(me, ...keepers) })
  const waiting = requests.data?.filter((request) => request.mayDecide).length ?? 0
  const mine = tabs.filter(({ roles }) => roles.includes(me.role))
  if (mine.length < 2) return null
  return (
    <nav className="duty-tabs" aria-label="值班">
      {mine.map(({ tab, word, place }) => (
        <a
          key={tab}
          className="duty-tab"
          href={`#${hrefOf(place)}`}
          aria-current={tab === current ? 'page' : undefined}
        >
          {word}
          {tab === 'requests' && waiting > 0 ? (
            <span className="duty-tab-count" title={`${waiting} 条等您定`}>
              {waiting}
              <span className="tx-unseen">条等您定</span>
            </span>
          ) : null}
        </a>
      ))}
    </nav>
  )
}
