import { useRef } from 'react'
import { onKeys } from '../../ui/keys.ts'

export type PartTab<K extends string> = {
  key: K
  label: string
  /** What waits behind it, such as 3 项. */
  count?: string | undefined
}
type Props<K extends string> = {
  label: string
  tabs: readonly PartTab<K>[]
  current: K
  onTab: (key: K) => void
}

export const tabId = (key: string): string => `dossier-tab-${key}`
export const panelId = (key: string): string => `dossier-part-${key}`

/** One of them is in the order of Tab; the arrow keys go along. */
export function PartTabs<K extends string>({ label, tabs, current, onTab }: Props<K>) {
  const list = useRef<HTMLDivElement>(null)
  const at = tabs.findIndex(({ key }) => key === current)
  const turnTo = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length]
    if (!tab) return
    onTab(tab.key)
    list.current?.querySelector<HTMLElement>(`#${tabId(tab.key)}`)?.focus()
  }
  const keys = onKeys({
    ArrowRight: () => turnTo(at + 1),
    ArrowLeft: () => turnTo(at - 1),
    Home: () => turnTo(0),
    End: () => turnTo(tabs.length - 1),
  })
  return (
    <div ref={list} className="dossier-tabs" role="tablist" aria-label={label}>
      {tabs.map(({ key, label: word, count }) => (
        <button
          key={key}
          type="button"
          id={tabId(key)}
          role="tab"
          className="dossier-tab"
          aria-selected={key === current}
          aria-controls={panelId(key)}
          tabIndex={key === current ? 0 : -1}
          onClick={() => onTab(key)}
          onKeyDown={keys}
        >
          {word}
          {count === undefined ? null : <span className="dossier-tab-count">{count}</span>}
        </button>
      ))}
    </div>
  )
}
