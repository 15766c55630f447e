import { EmptyState } from '../ui/empty-state.tsx'
import { Screen } from '../ui/screen.tsx'

export function UnknownPage() {
  return (
    <Screen title="没有这一页" back={{ to: 'today' }}>
      <EmptyState text="这个地址没有对应的页面。请从左边选要去的地方。" />
    </Screen>
  )
}
