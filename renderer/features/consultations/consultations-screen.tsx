import { useState } from 'react'
import { useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Screen } from '../../ui/screen.tsx'
import './consultations.css'
import { CountsView } from './counts-view.tsx'
import { beginConsultationPage } from './new-consultations.ts'
import { RegisterView } from './register-view.tsx'
import { StatisticsView } from './statistics-view.tsx'

type View = 'register' | 'counts' | 'statistics'
const views = [
  { value: 'register', label: '登记簿' },
  { value: 'counts', label: '接待计数' },
  { value: 'statistics', label: '统计' },
] as const

// The view that the same person left is shown again.
let last: { userId: string; view: View } | undefined

/** 法律咨询: the register, the counters of a day, and what they come to. */
export function ConsultationsScreen() {
  const go = useGo()
  const { userId } = useMe()
  const [view, setView] = useState<View>(last?.userId === userId ? last.view : 'register')
  const choose = (next: View) => {
    last = { userId, view: next }
    setView(next)
  }
  return (
    <Screen
      title="法律咨询"
      actions={
        <Button
          kind="primary"
          shortcut={view === 'counts' ? undefined : 'Ctrl+Enter'}
          onClick={() => go({ to: 'consultation', id: beginConsultationPage() })}
        >
          登记咨询
        </Button>
      }
    >
      <div className="consultations-views">
        <ChoiceField label="看什么" hideLabel options={views} value={view} onChange={choose} />
      </div>
      {view === 'register' ? <RegisterView /> : null}
      {view === 'counts' ? <CountsView /> : null}
      {view === 'statistics' ? <StatisticsView /> : null}
    </Screen>
  )
}
