import type { OutputOf } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ConsequenceList } from './consequence-list.tsx'

type Registered = OutputOf<'intake.submit'>

/** After 登记: the number, large, and what can be done now. */
export function RegisteredPanel({ done, onNext }: { done: Registered; onNext: () => void }) {
  const go = useGo()
  const { caseId, caseNumber, accepted, reasons } = done
  return (
    <Screen title={accepted ? '已登记并受理' : '已登记，还没有受理'}>
      <div className="intake-done">
        <p className="muted">案件编号</p>
        <output className="intake-number">{caseNumber}</output>
        <p>
          {accepted
            ? '案件等待分派调解员。把受理回执交给当事人。'
            : '登记已经留底。下面这些解决以后，在案件页按“受理”。'}
        </p>
        <ConsequenceList reasons={reasons} />
        <div className="row">
          <Button
            kind={accepted ? 'primary' : 'plain'}
            large
            autoFocus={accepted}
            onClick={() => {
              // Back from the paper leads to the case: the draft is no more.
              go({ to: 'case', caseId })
              go({ to: 'paper', form: 'receipt', objectId: caseId })
            }}
          >
            {accepted ? '打印受理回执' : '打印登记回执'}
          </Button>
          <Button
            kind={accepted ? 'plain' : 'primary'}
            large
            autoFocus={!accepted}
            onClick={() => go({ to: 'case', caseId })}
          >
            打开案件
          </Button>
          <Button large onClick={onNext}>
            再登记一件
          </Button>
        </div>
      </div>
    </Screen>
  )
}
