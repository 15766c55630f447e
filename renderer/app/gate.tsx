import { RouterProvider } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { FirstRunScreen } from '../features/store/first-run-screen.tsx'
import { leaveOthersPage } from '../features/store/others-page.ts'
import { SignInScreen, type StoreState } from '../features/store/sign-in-screen.tsx'
import { useAsk } from '../lib/ask.ts'
import { forgetBegunForms } from '../lib/begun-forms.ts'
import { noteSignIn } from '../lib/client.ts'
import type { FailureDetails } from '../lib/error-text/index.ts'
import { forgetDrafts } from '../lib/kept-draft.ts'
import { MeContext } from '../lib/me.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useCoreLine, type CoreLine } from './core-line.ts'
import { useRotaFront } from './front-desk.tsx'
import { MigrationFailed } from './migration-failed.tsx'
import { PracticeBand } from './practice-band.tsx'
import { createAppRouter } from './routes.tsx'
import { SessionContext } from './session-context.ts'
import { TextSizeButtons } from './text-size-buttons.tsx'
import { useWayBack } from './use-way-back.ts'

/** Which page is due: first run, sign-in, the shell, or a calm word. */
export function Gate() {
  const line = useCoreLine()
  if (line.state === 'lost') {
    return (
      <Front>
        <div className="front-inner front-narrow">
          <h1>{line.crashed ? '正在恢复' : '正在锁定'}</h1>
          <p>
            {line.crashed
              ? '数据服务意外停了，正在重新启动。到刚才为止输入的内容都存好了。'
              : '马上就好。写下的内容都已存好。'}
          </p>
        </div>
      </Front>
    )
  }
  return <StoreGate line={line} />
}

function StoreGate({ line }: { line: CoreLine }) {
  const asked = useAsk('store.state', {})
  const [stopped, setStopped] = useState<FailureDetails>()
  const state = asked.data
  if (stopped) return <MigrationFailed details={stopped} />
  if (!state) {
    return (
      <Front>
        <div className="front-inner front-narrow">
          {asked.failure ? (
            <>
              <FailureNotice failure={asked.failure} />
              <Button kind="primary" onClick={asked.reload}>
                再试一次
              </Button>
            </>
          ) : (
            <Loading text="正在打开数据…" />
          )}
        </div>
      </Front>
    )
  }
  if (state.phase === 'none') {
    return (
      <Front>
        <FirstRunScreen />
      </Front>
    )
  }
  if (state.phase === 'open' && state.me) {
    return (
      <MeContext value={state.me}>
        <SessionContext value={line}>
          <Pages key={state.me.userId} userId={state.me.userId} />
        </SessionContext>
      </MeContext>
    )
  }
  return <SignIn state={state} crashed={line.crashed} onMigrationFailed={setStopped} />
}

type SignInProps = {
  state: StoreState
  crashed: boolean
  onMigrationFailed: (details: FailureDetails) => void
}

function SignIn(props: SignInProps) {
  return (
    <Front practice={props.state.practice}>
      <SignInScreen {...props} rota={useRotaFront()} />
    </Front>
  )
}

function Pages({ userId }: { userId: string }) {
  const [router] = useState(() => {
    leaveOthersPage(userId)
    forgetDrafts()
    forgetBegunForms(userId)
    noteSignIn(userId)
    return createAppRouter()
  })
  useWayBack(router)
  return <RouterProvider router={router} />
}

function Front({ practice, children }: { practice?: boolean; children: ReactNode }) {
  return (
    <div className="front">
      {practice ? <PracticeBand /> : null}
      <main className="front-main">{children}</main>
      <footer className="front-foot app-status">
        <span>谈心</span>
        <span className="app-status-push" />
        <TextSizeButtons />
      </footer>
    </div>
  )
}
