import { useRouterState } from '@tanstack/react-router'
import { useAsk } from '../lib/ask.ts'
import { hasRole, useMe } from '../lib/me.ts'
import { hrefOf } from '../lib/navigation.ts'
import { isCurrent, navigationOf, type NavigationItem } from './navigation-items.ts'

export function Rail({ bodyName }: { bodyName: string }) {
  const me = useMe()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const queue = useAsk('agreements.queue', {}, { enabled: hasRole(me, 'head') })
  const waiting = queue.data?.toReview.length ?? 0
  const items = navigationOf(me.role)
  const link = (item: NavigationItem) => (
    <RailLink
      key={item.word}
      item={item}
      current={isCurrent(item, path) || (items.length === 1 && path === '/')}
      count={item.place.to === 'reviews' ? waiting : 0}
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

type RailLinkProps = { item: NavigationItem; current: boolean; count: number }

function RailLink({ item, current, count }: RailLinkProps) {
  return (
    <a
      className="rail-link"
      href={`#${hrefOf(item.place)}`}
      aria-current={current ? 'page' : undefined}
    >
      <item.Icon aria-hidden="true" />
      <span>{item.word}</span>
      {count > 0 ? (
        <span className="rail-count" title={`${count} 份等审批`}>
          {count}
          <span className="tx-unseen">份</span>
        </span>
      ) : null}
    </a>
  )
}
