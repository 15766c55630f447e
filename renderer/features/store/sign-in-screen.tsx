import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askAgain, type OutputOf } from '../../lib/ask.ts'
import type { FailureDetails } from '../../lib/error-text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Clock } from './clock.tsx'
import { rememberedPerson } from './last-person.ts'
import { PersonList } from './person-list.tsx'
import { RecoverPanel } from './recover-panel.tsx'
import { RestorePanel } from './restore-panel.tsx'
import { SignInForm } from './sign-in-form.tsx'

export type StoreState = OutputOf<'store.state'>
type SignInScreenProps = {
  state: StoreState
  crashed: boolean
  onMigrationFailed: (details: FailureDetails) => void
}

/** Name, then password: two steps to change who sits at the table. */
export function SignInScreen({ state, crashed, onMigrationFailed }: SignInScreenProps) {
  const queries = useQueryClient()
  const [view, setView] = useState<'names' | 'recover' | 'restore'>('names')
  const only = state.people.length === 1 ? state.people[0]?.userId : undefined
  const [chosenId, setChosenId] = useState(rememberedPerson() ?? only)
  const chosen = state.people.find(({ userId }) => userId === chosenId)
  const choose = (userId: string) => {
    setChosenId(userId)
    // How long this person still has to wait.
    void askAgain(queries, ['store'])
  }
  const back = () => setView('names')
  return (
    <div className="front-inner">
      <header className="front-head">
        <h1>{state.bodyName || '谈心'}</h1>
        <Clock />
      </header>
      {view === 'recover' ? (
        <RecoverPanel people={state.people} onClose={back} onMigrationFailed={onMigrationFailed} />
      ) : null}
      {view === 'restore' ? <RestorePanel hasData onClose={back} /> : null}
      {view === 'names' ? (
        <>
          {crashed ? (
            <Notice tone="info" title="刚才数据服务意外停了，已经恢复">
              到停下前为止输入的内容都存好了。请重新登录，会回到原来的页面。
            </Notice>
          ) : null}
          <section className="stack" aria-labelledby="who">
            <h2 id="who">点自己的名字</h2>
            <PersonList
              people={state.people}
              chosen={chosen?.userId}
              onChoose={({ userId }) => choose(userId)}
            />
          </section>
          {chosen ? (
            <SignInForm key={chosen.userId} person={chosen} onMigrationFailed={onMigrationFailed} />
          ) : null}
          <div className="row">
            <Button kind="link" onClick={() => setView('recover')}>
              忘记密码
            </Button>
            <Button kind="link" onClick={() => setView('restore')}>
              从备份恢复
            </Button>
          </div>
        </>
      ) : null}
    </div>
  )
}
