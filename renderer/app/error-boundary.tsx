import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

type CalmErrorProps = { onRetry: () => void; onHome?: () => void }

/** What a person sees when a page could not be drawn: nothing is lost, and two ways on. */
export function CalmError({ onRetry, onHome }: CalmErrorProps) {
  return (
    <div className="tx-screen">
      <Notice
        tone="warning"
        title="这一页没有显示出来"
        actions={
          <>
            <Button kind="primary" onClick={onRetry}>
              再试一次
            </Button>
            {onHome ? <Button onClick={onHome}>回到今日</Button> : null}
          </>
        }
      >
        软件出了一个没有料到的问题。已经存下的内容不受影响。再试还不行，请告诉管理员刚才点了哪里。
      </Notice>
    </div>
  )
}

/** The last net: around everything. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (this.state.failed) return <CalmError onRetry={() => this.setState({ failed: false })} />
    return this.props.children
  }
}
