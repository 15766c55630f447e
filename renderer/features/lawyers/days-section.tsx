import { CalendarPlus, FileUp } from 'lucide-react'
import { useState } from 'react'
import type { Lawyer } from '#contract/lawyers.ts'
import { today } from '../../lib/clock.ts'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { DayDialog } from './day-dialog.tsx'
import { dayKindLooks, dayRange, sourceWords } from './day-words.ts'
import { HitNotice, type Hit } from './hit-notice.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { useImport } from './use-import.ts'

/** Days that differ from the week: leave, exceptions, wishes. Each is stored at once. */
export function DaysSection({ lawyer }: { lawyer: Lawyer }) {
  const [adding, setAdding] = useState(false)
  const [hit, setHit] = useState<readonly Hit[]>([])
  const remove = useRun('lawyers.removeDay')
  const imported = useImport((duties) =>
    setHit(duties.map(({ lawyerName: _own, ...duty }) => duty)),
  )
  const days = lawyer.days.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
  const now = today()
  return (
    <Section
      title="请假、例外和心愿"
      extra={
        <>
          <Button
            icon={<FileUp aria-hidden="true" />}
            busy={imported.reading}
            onClick={() => void imported.read(lawyer.id)}
          >
            从日历文件导入
          </Button>
          <Button icon={<CalendarPlus aria-hidden="true" />} onClick={() => setAdding(true)}>
            登记日子
          </Button>
        </>
      }
    >
      <div className="stack">
        <FailureNotice
          failure={remove.failure ?? imported.failure}
          onClose={() => {
            remove.clear()
            imported.clear()
          }}
        />
        {imported.done ? (
          <Notice tone="done" onClose={imported.forget}>
            {imported.done}
          </Notice>
        ) : null}
        <HitNotice
          titleOf={(count) => `登记好了，但这几天${lawyer.name}已经排了 ${count} 班`}
          duties={hit}
          onClose={() => setHit([])}
        />
        {days.length === 0 ? (
          <p className="hint">没有登记。按每周能来的时段排。</p>
        ) : (
          <ul className="lawyers-lines">
            {days.map((day) => (
              <li key={day.id} className="lawyers-line">
                <Tag {...dayKindLooks[day.kind]} />
                <span className="nums">{dayRange(day, now)}</span>
                {day.words ? <span>{day.words}</span> : null}
                <span className="muted">{sourceWords[day.source]}</span>
                {day.toOn < now ? (
                  <span className="muted">已过去</span>
                ) : (
                  <Button
                    aria-label={`删除${dayKindLooks[day.kind].word} ${dayRange(day, now)}`}
                    onClick={() => void remove.run({ id: day.id })}
                  >
                    删除
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {adding ? (
        <DayDialog
          lawyer={lawyer}
          onClose={(duties) => {
            setAdding(false)
            setHit(duties)
          }}
        />
      ) : null}
      {imported.file ? <ImportDialog file={imported.file} work={imported} /> : null}
    </Section>
  )
}
