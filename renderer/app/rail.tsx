import { useRouterState } from '@tanstack/react-router'
import { useAsk } from '../lib/ask.ts'
import { hasRole, useMe } from '../lib/me.ts'
import { hrefOf } from '../lib/navigation.ts'
import { useDutyAlarms } from './duty-alarms.ts'
import { isCurrent, navigationOf, type NavigationItem } from './navigation-items.ts'

export function Rail({ bodyName }: { bodyName: string }) {
  const me = useMe()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const queue = useAsk('agreements.queue', {}, { enabled: hasRole(me, 'head') })
  const waiting = queue.data?.toReview.length ?? 0
  const items = navigationOf(me.role)
  const duty = useDutyAlarms()
  const badgeOf = (item: NavigationItem): Badge | undefined => {
    if (item.place.to === 'reviews' && waiting > 0)
      return { count: waiting, words: `${waiting} 份等审批` }
    const count = duty.waiting + duty.late
    return item.place.to === 'rotas' && count > 0 ? { count, words: dutyWords(duty) } : undefined
  }
  const link = (item: NavigationItem) => (
    <RailLink
      key={item.word}
      item={item}
      current={isCurrent(item, path) || (items.length === 1 && path === '/')}
      badge={badgeOf(item)}
    />
  )
  return (
    <nav className="app-rail" aria-label="主要页面">
      <div className="app-body-name">{bodyName}</div>
      {items.filter((item) => item.place.to !== 'settings').map(link)}
      <span className="rail-push" />
      {items.filter((item) => item.place.to === 'settings').map(link)}
    </nav>
  )
}

/** 2 条换班请假等您定，1 人还没签到 */
const dutyWords = ({ waiting, late }: ReturnType<typeof useDutyAlarms>): string =>
  [waiting > 0 ? `${waiting} 条换班请假等您定` : '', late > 0 ? `${late} 人还没签到` : '']
    .filter((part) => part !== '')
    .join('，')

type Badge = { count: number; words: string }
type RailLinkProps = { item: NavigationItem; current: boolean; badge: Badge | undefined }

function RailLink({ item, current, badge }: RailLinkProps) {
  return (
    <a
      className="rail-link"
      href={`#${hrefOf(item.place)}`}
      aria-current={current ? 'page' : undefined}
      title={badge?.words}
    >
      <item.Icon aria-hidden="true" />
      <span>{item.word}</span>
      {badge ? (
        <span className="rail-count" aria-hidden="true">
          {badge.count}
        </span>
      ) : null}
    </a>
  )
}
