import { useId, type ReactNode } from 'react'

export type SectionProps = { title: ReactNode; extra?: ReactNode; children?: ReactNode }

/** A titled part of a screen: rule and space, no box in a box. */
export function Section({ title, extra, children }: SectionProps) {
  const id = useId()
  return (
    <section className="tx-section" aria-labelledby={id}>
      <div className="tx-section-head">
        <h2 id={id}>{title}</h2>
        {extra ? <div className="tx-actions">{extra}</div> : null}
      </div>
      {children}
    </section>
  )
}
