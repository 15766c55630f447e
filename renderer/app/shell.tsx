import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useAsk } from '../lib/ask.ts'
import { now } from '../lib/clock.ts'
import { formatClock } from '../lib/format/date.ts'
import { hasRole, useMe } from '../lib/me.ts'
import { useGo } from '../lib/navigation.ts'
import { savePending } from '../lib/pending-saves.ts'
import { rememberPerson } from '../features/store/last-person.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useShortcut } from '../ui/keys.ts'
import { useClearToasts, useToast } from '../ui/toast.ts'
import { PracticeBand } from './practice-band.tsx'
import { Rail } from './rail.tsx'
import { useSessionLine } from './session-context.ts'
import { StatusBar } from './status-bar.tsx'
import { StoreAlarms } from './store-alarms.tsx'
import { useDailySweep } from './use-daily-sweep.ts'
import { useIdle } from './use-idle.ts'

const idleLimit = 5 * 60_000

/** Around every page of somebody who is signed in. */
export function Shell() {
  const me = useMe()
  const line = useSessionLine()
  const state = useAsk('store.state', {})
  const [savedAt, setSavedAt] = useState<string>()
  const main = useRef<HTMLElement>(null)
  const lock = () => {
    rememberPerson(me.userId)
    void line.lock()
  }
  const changeUser = () => {
    rememberPerson(undefined)
    void line.lock()
  }
  useIdle(idleLimit, lock)
  useDailySweep()
  useKeysOfShell(lock, setSavedAt)
  useFocusOnNewPage(main)
  const clearToasts = useClearToasts()
  useEffect(() => clearToasts, [clearToasts])
  return (
    <div className="app">
      {state.data?.practice ? <PracticeBand /> : null}
      <Rail bodyName={state.data?.bodyName ?? ''} />
      <main className="app-main" ref={main} tabIndex={-1}>
        <FailureNotice failure={line.lockFailure} />
        <StoreAlarms alarms={state.data?.alarms ?? []} />
        <Outlet />
      </main>
      <StatusBar savedAt={savedAt} onLock={lock} onChangeUser={changeUser} />
    </div>
  )
}

function useKeysOfShell(lock: () => void, onSaved: (at: string) => void): void {
  const me = useMe()
  const go = useGo()
  const toast = useToast()
  const save = async () => {
    const saved = await savePending()
    const at = formatClock(now())
    if (saved) onSaved(at)
    toast(saved ? `已保存 ${at}。这里写的内容都是自动保存的。` : '还有内容正在保存，请稍等。')
  }
  useShortcut('Ctrl+L', lock, { everywhere: true })
  useShortcut('Ctrl+S', () => void save(), { everywhere: true })
  useShortcut('F1', () => go({ to: 'settings', section: 'keys' }))
  useShortcut('Ctrl+N', () => go({ to: 'intake' }), {
    enabled: hasRole(me, 'receptionist', 'mediator', 'head'),
  })
}

/** A new page starts at its top, with the keyboard in it. */
function useFocusOnNewPage(main: RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => {
    const element = main.current
    if (!element) return
    if (!element.contains(document.activeElement) || document.activeElement === element) {
      element.focus({ preventScroll: true })
    }
    element.scrollTop = 0
  }, [main, path])
}
