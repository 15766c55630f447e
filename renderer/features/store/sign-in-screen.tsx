import { useState } from 'react'
import type { OutputOf } from '../../lib/ask.ts'
import { textOfCode } from '../../lib/error-text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Clock } from './clock.tsx'
import { rememberedPerson } from './last-person.ts'
import { PersonList } from './person-list.tsx'
import { RecoverPanel } from './recover-panel.tsx'
import { RestorePanel } from './restore-panel.tsx'
import { SignInForm } from './sign-in-form.tsx'

export type StoreState = OutputOf<'store.state'>
type SignInScreenProps = { state: StoreState; crashed: boolean }

/** Name, then password: two steps to change who sits at the table. */
export function SignInScreen({ state, crashed }: SignInScreenProps) {
  const [view, setView] = useState<'names' | 'recover' | 'restore'>('names')
  const known = state.people.find(({ userId }) => userId === rememberedPerson())
  const only = state.people.length === 1 ? state.people[0] : undefined
  const [chosen, setChosen] = useState(known ?? only)
  const back = () => setView('names')
  return (
    <div className="front-inner">
      <header className="front-head">
        <h1>{state.bodyName || '谈心'}</h1>
        <Clock />
      </header>
      {state.alarms.map((alarm) => (
        <Notice key={alarm.code} tone="danger">
          {textOfCode(alarm.code, alarm.details ?? {})}
        </Notice>
      ))}
      {view === 'recover' ? <RecoverPanel people={state.people} onClose={back} /> : null}
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
            <PersonList people={state.people} chosen={chosen?.userId} onChoose={setChosen} />
          </section>
          {chosen ? <SignInForm key={chosen.userId} person={chosen} /> : null}
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
