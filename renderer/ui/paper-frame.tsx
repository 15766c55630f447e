import type { ReactNode } from 'react'
import './paper-frame.css'

type Props = {
  preview: ReactNode
  /** All that can be done with the paper. */
  side: ReactNode
}

/** A paper with what can be done with it beside it; below it on a narrow page. */
export const PaperFrame = ({ preview, side }: Props) => (
  <div className="paper-screen">
    <div className="paper-preview">{preview}</div>
    <div className="paper-side">{side}</div>
  </div>
)
