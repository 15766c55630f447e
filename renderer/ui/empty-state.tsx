import type { ReactNode } from 'react'

/** One sentence that says what to do next, and one button. */
export function EmptyState({ text, action }: { text: ReactNode; action?: ReactNode }) {
  return (
    <div className="tx-empty">
      <p>{text}</p>
      {action}
    </div>
  )
}
