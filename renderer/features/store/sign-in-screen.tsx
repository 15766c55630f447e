import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askAgain, type OutputOf } from '../../lib/ask.ts'
import type { FailureDetails } from '../../lib/error-text/index.ts'
import type { ShiftStep } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Clock } from './clock.tsx'
import { chosenOf, staffOf } from './front-names.ts'
import { rememberedPerson } from './last-person.ts'
import { LawyerNames } from './lawyer-names.tsx'
import { PersonList } from './person-list.tsx'
import { RecoverPanel } from './recover-panel.tsx'
import { RestorePanel } from './restore-panel.tsx'
import type { RotaFront } from './rota-front.ts'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'

export type StoreState = OutputOf<'store.state'>
type SignInScreenProps = {
  state: StoreState
  crashed: boolean
  /** The lawyers' week; undefined where the centre keeps no rota or does not show it here. */
  rota?: RotaFront
  onMigrationFailed: (details: FailureDetails) => void
}

/** Who is on duty this week, and a name to click: then the password, or the own shifts without one. */
export function SignInScreen({ state, crashed, rota, onMigrationFailed }: SignInScreenProps) {
  const queries = useQueryClient()
  const [view, setView] = useState<'names' | 'recover' | 'restore'>('names')
  const lawyers = rota?.lawyers ?? []
  const only = state.people.length === 1 ? state.people[0]?.userId : undefined
  const [chosenId, setChosenId] = useState(rememberedPerson() ?? only)
  const [step, setStep] = useState<ShiftStep>()
  const { person, lawyer } = chosenOf(chosenId, state.people, lawyers)
  const choose = (id: string | undefined) => {
    setChosenId(id)
    setStep(undefined)
    // How long this person still has to wait.
    void askAgain(queries, ['store'])
  }
  const back = () => setView('names')
  const form = person ? (
    <SignInForm
      key={`${person.userId} ${step}`}
      person={person}
      leadsTo={step ? { to: 'myShifts', step } : undefined}
      onMigrationFailed={onMigrationFailed}
    />
  ) : null
  return (
    <div className={rota ? 'front-inner store-front' : 'front-inner'}>
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
          <div className={rota ? deskClass(lawyer !== undefined) : 'stack'}>
            {rota ? (
              <div className="store-stage">
                {lawyer
                  ? rota.shifts({
                      lawyerId: lawyer.lawyerId,
                      signIn: form,
                      step,
                      onStep: setStep,
                      onClose: () => choose(undefined),
                    })
                  : rota.week(choose)}
              </div>
            ) : null}
            <div className="stack">
              <section className="stack" aria-labelledby="who">
                <h2 id="who">点自己的名字</h2>
                <PersonList
                  people={staffOf(state.people, lawyers)}
                  chosen={person?.userId}
                  onChoose={({ userId }) => choose(userId)}
                />
                {lawyer ? null : form}
                {lawyers.length > 0 ? (
                  <LawyerNames lawyers={lawyers} chosen={lawyer?.lawyerId} onChoose={choose} />
                ) : null}
              </section>
              <div className="row">
                <Button kind="link" onClick={() => setView('recover')}>
                  忘记密码
                </Button>
                <Button kind="link" onClick={() => setView('restore')}>
                  从备份恢复
                </Button>
              </div>
            </div>
          </div>
        </>
      ) : null}
    </div>
  )
}

/** In a narrow window the names come first, and then the shifts of whoever chose one. */
const deskClass = (hasShifts: boolean): string =>
  hasShifts ? 'store-desk store-desk-shifts' : 'store-desk'
