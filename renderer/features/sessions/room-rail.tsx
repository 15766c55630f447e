import { Activity, useEffect, useRef, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { onKeys, useShortcut } from '../../ui/keys.ts'
import { tabAfter, type RailTab, type railTabs } from './rail-tabs.ts'

type Props = {
  tabs: ReturnType<typeof railTabs>
  current: RailTab
  onTab: (tab: RailTab) => void
  panels: Readonly<Record<RailTab, ReactNode>>
  /** How many wait behind a tab. */
  counts: Partial<Record<RailTab, number>>
  onBackToLine: () => void
  /** What this person does not get to see, in words. */
  wallWord?: ReactNode
}

const focusable =
  'input:not([disabled]), textarea:not([disabled]), select, button:not([disabled]), [tabindex="0"]'

/** Beside the column; a key shows a part and puts the keyboard into it, Esc goes back to the line. */
export function RoomRail(props: Props) {
  const { tabs, current, onTab, panels, counts, onBackToLine, wallWord } = props
  const rail = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const open = (tab: RailTab) => {
    wantsFocus.current = true
    onTab(tab)
    // The same part again only asks for the keyboard
    if (tab === current) enter(tab)
  }
  const enter = (tab: RailTab) => {
    wantsFocus.current = false
    const panel = rail.current?.querySelector<HTMLElement>(`[aria-labelledby="room-tab-${tab}"]`)
    const first = [...(panel?.querySelectorAll<HTMLElement>(focusable) ?? [])].find(
      (element) => element.offsetParent !== null,
    )
    ;(first ?? panel)?.focus()
  }
  useEffect(() => {
    if (!wantsFocus.current) return undefined
    const timer = setTimeout(() => enter(current), 0)
    return () => clearTimeout(timer)
  }, [current])
  useShortcut('F6', () => open(tabAfter(tabs, current, 1)))
  useShortcut('Shift+F6', () => open(tabAfter(tabs, current, -1)))
  const backToLine = onKeys({ Escape: onBackToLine })
  return (
    <div
      ref={rail}
      className="session-rail-parts"
      onKeyDown={(event) => {
        // A dialog opened in the rail lies elsewhere on the page, and Esc is its own.
        if (event.target instanceof Node && event.currentTarget.contains(event.target))
          backToLine(event)
      }}
    >
      <div className="session-tabs" role="group" aria-label="栏目，F6 换下一栏">
        {tabs.map(({ tab, label, combo }) => (
          <TabButton
            key={tab}
            id={`room-tab-${tab}`}
            label={counts[tab] ? `${label} ${counts[tab]}` : label}
            combo={combo}
            isOpen={tab === current}
            onOpen={() => open(tab)}
          />
        ))}
      </div>
      {wallWord}
      {tabs.map(({ tab }) => (
        <Activity key={tab} mode={tab === current ? 'visible' : 'hidden'}>
          <div
            className="session-panel"
            role="region"
            tabIndex={-1}
            aria-labelledby={`room-tab-${tab}`}
          >
            {panels[tab]}
          </div>
        </Activity>
      ))}
    </div>
  )
}

type TabButtonProps = {
  id: string
  label: string
  combo: string
  isOpen: boolean
  onOpen: () => void
}

function TabButton({ id, label, combo, isOpen, onOpen }: TabButtonProps) {
  return (
    <span className="session-tab" data-open={isOpen || undefined}>
      <Button kind="link" shortcut={combo} pressed={isOpen} id={id} onClick={onOpen}>
        <span>{label}</span>
      </Button>
    </span>
  )
}
