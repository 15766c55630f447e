import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'

export type NoticeTone = 'info' | 'done' | 'warning' | 'danger'
export type NoticeProps = {
  tone?: NoticeTone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  onClose?: () => void
}

const icons = { info: Info, done: CircleCheck, warning: TriangleAlert, danger: TriangleAlert }

/** A calm band with symbol and words; stays until it is closed. */
export function Notice({ tone = 'info', title, children, actions, onClose }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={`tx-notice tx-notice-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon className="tx-notice-icon" aria-hidden="true" />
      <div className="tx-notice-body">
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className="tx-actions tx-notice-actions">{actions}</div> : null}
      </div>
      {onClose ? (
        <button type="button" className="tx-notice-close" onClick={onClose} aria-label="关闭提示">
          <X aria-hidden="true" />
        </button>
      ) : null}
    </div>
  )
}
