import { useState, type ReactNode } from 'react'
import type { ClockChange } from '#contract/clocks.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { type KeptForms, useKeptForms } from '../../lib/kept-forms.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { CaseDates, type DateTask } from './case-dates.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import type { ChangeForm } from './change-form.ts'
import { ChangeList } from './change-list.tsx'
import { ClockCard } from './clock-card.tsx'
import {
  CaseDateDialog,
  EndPauseDialog,
  ForgetDateDialog,
  UndoChangeDialog,
} from './clock-dialogs.tsx'
import { sortClocks } from './clock-words.ts'
import './clocks.css'

type CaseClocks = OutputOf<'clocks.ofCase'>

/** 期限: every clock of one case, what moved it, and the days that further clocks wait for. */
export function CaseClocksScreen({ caseId }: { caseId: string }) {
  const go = useGo()
  const asked = useAsk('clocks.ofCase', { caseId }, { fresh: true })
  const record = useAsk('cases.get', { id: caseId })
  return (
    <Screen
      title="期限"
      subtitle={
        record.data ? (
          <>
            {record.data.title} <span className="nums">{record.data.caseNumber}</span>
          </>
        ) : null
      }
      back={{ to: 'case', caseId }}
      actions={
        asked.data ? (
          <>
            <Button onClick={() => go({ to: 'calendar' })}>看日历</Button>
            <Button
              kind="primary"
              shortcut="Ctrl+P"
              onClick={() => go({ to: 'paper', form: 'control-slip', objectId: caseId })}
            >
              打印期限控制单
            </Button>
          </>
        ) : null
      }
    >
      <FailureNotice failure={asked.failure} />
      {asked.data ? (
        <Clocks data={asked.data} />
      ) : asked.failure ? null : (
        <Loading text="正在算期限…" />
      )}
    </Screen>
  )
}

type Opened =
  | { dialog: 'change'; rule: string }
  | { dialog: 'endPause'; change: ClockChange }
  | { dialog: 'undo'; change: ClockChange }
  | DateTask

function Clocks({ data }: { data: CaseClocks }) {
  const [opened, setOpened] = useState<Opened>()
  const begun = useKeptForms<ChangeForm>('clockChange', data.mayChange ? data.caseId : undefined)
  const { going, over } = sortClocks(data.clocks)
  const lasting = (rule: string): ClockChange | undefined =>
    data.changes.find(
      (one) => one.rule === rule && one.kind === 'pause' && !one.untilDay && !one.undone,
    )
  const card = (clock: CaseClocks['clocks'][number]): ReactNode => {
    const pause = lasting(clock.rule)
    return (
      <ClockCard
        key={clock.rule}
        clock={clock}
        changes={data.changes}
        hasBegun={begun.forms[clock.rule] !== undefined}
        onChange={
          data.mayChange && begun.isLoaded
            ? () => setOpened({ dialog: 'change', rule: clock.rule })
            : undefined
        }
        onEndPause={
          data.mayChange && pause
            ? () => setOpened({ dialog: 'endPause', change: pause })
            : undefined
        }
      />
    )
  }
  return (
    <>
      <Section
        title={going.length === 0 ? '现在没有正在计算的期限' : `${going.length} 个期限正在计算`}
        extra={<span className="muted">按{data.profileName}的规则</span>}
      >
        <ul className="clocks-cards">{going.map(card)}</ul>
      </Section>
      <CaseDates data={data} onOpen={setOpened} />
      {over.length > 0 ? (
        <Section title={`${over.length} 个期限已经办过或过去`}>
          <ul className="clocks-cards">{over.map(card)}</ul>
        </Section>
      ) : null}
      <ChangeList
        changes={data.changes}
        mayChange={data.mayChange}
        onUndo={(change) => setOpened({ dialog: 'undo', change })}
      />
      <OpenDialog
        data={data}
        opened={opened}
        begun={begun.forms}
        onWrite={begun.keep}
        onClose={() => setOpened(undefined)}
      />
    </>
  )
}

type OpenDialogProps = {
  data: CaseClocks
  opened: Opened | undefined
  begun: KeptForms<ChangeForm>
  onWrite: (rule: string, form: ChangeForm | undefined) => void
  onClose: () => void
}

function OpenDialog({ data, opened, begun, onWrite, onClose }: OpenDialogProps) {
  const { caseId } = data
  switch (opened?.dialog) {
    case 'change': {
      const clock = data.clocks.find(({ rule }) => rule === opened.rule)
      return clock ? (
        <ChangeDialog
          caseId={caseId}
          clock={clock}
          begun={begun[clock.rule]}
          onWrite={(form) => onWrite(clock.rule, form)}
          onClose={onClose}
        />
      ) : null
    }
    case 'endPause':
      return <EndPauseDialog change={opened.change} onClose={onClose} />
    case 'undo':
      return <UndoChangeDialog change={opened.change} onClose={onClose} />
    case 'date':
      return (
        <CaseDateDialog
          caseId={caseId}
          event={opened.event}
          eventName={opened.eventName}
          known={data.dates.find(({ event }) => event === opened.event)}
          onClose={onClose}
        />
      )
    case 'forgetDate':
      return (
        <ForgetDateDialog
          caseId={caseId}
          event={opened.event}
          eventName={opened.eventName}
          onClose={onClose}
        />
      )
    case undefined:
      return null
  }
}
