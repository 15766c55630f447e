import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { HolidayYearRow } from '#contract/clocks.ts'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { HolidayCheck } from './holiday-check.tsx'
import { otherTables, yearOfNotice, type OtherDays, type YearDraft } from './holiday-table.ts'

type Read = OutputOf<'holidays.read'>
type Looked = { draft: YearDraft; other: OtherDays }

type HolidayImportProps = {
  years: readonly HolidayYearRow[]
  /** The year that is most likely meant: the first without a table. */
  suggested: number
  /** What stands below while nothing is being looked over. */
  children: ReactNode
}

const yearText = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').trim()
  return /^2[01]\d\d$/.test(plain) ? Number(plain) : undefined
}

/** Paste the notice, have it read, look the table over, save. */
export function HolidayImport({ years, suggested, children }: HolidayImportProps) {
  const read = useRun('holidays.read')
  const save = useRun('holidays.save')
  const [text, setText] = useState('')
  const [typedYear, setTypedYear] = useState<string>()
  const [answer, setAnswer] = useState<Read>()
  const [looked, setLooked] = useState<Looked>()
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState<readonly number[]>([])
  const year = yearText(typedYear ?? String(yearOfNotice(text) ?? suggested))
  const isEmpty = text.trim() === ''

  const look = async () => {
    setTried(true)
    setSaved([])
    if (isEmpty || year === undefined) return
    const found = await read.run({ text, year })
    setAnswer(found)
    if (!found?.ok || !found.days) return
    const { holidays, workdays, number, otherYears } = found.days
    const source = `国务院办公厅关于${year}年部分节假日安排的通知${number ? `（${number}）` : ''}`
    setLooked({ draft: { year, holidays, workdays, source }, other: otherYears })
  }
  const byHand = () => {
    setSaved([])
    setAnswer(undefined)
    if (year === undefined) return
    const known = years.find((one) => one.year === year)
    const draft = {
      year,
      holidays: known?.holidays ?? [],
      workdays: known?.workdays ?? [],
      source: known?.source ?? '',
    }
    setLooked({ draft, other: { holidays: [], workdays: [] } })
  }
  const store = async (withOther: boolean) => {
    if (!looked) return
    const { draft, other } = looked
    const tables = [draft, ...(withOther ? otherTables(draft.source, other, years) : [])]
    for (const table of tables) {
      const { holidays, workdays, source } = table
      const done = await save.run({
        year: table.year,
        holidays: [...holidays],
        workdays: [...workdays],
        source: source.trim(),
        notice: text,
      })
      if (!done) return
    }
    setSaved(tables.map((table) => table.year))
    setLooked(undefined)
    setAnswer(undefined)
    setText('')
    setTypedYear(undefined)
    setTried(false)
  }

  const top = useTopOf(looked ? 'check' : 'paste')
  if (looked)
    return (
      <div ref={top} tabIndex={-1} className="clocks-step">
        <HolidayCheck
          draft={looked.draft}
          others={otherTables(looked.draft.source, looked.other, years)}
          replaces={years.find((one) => one.year === looked.draft.year)}
          busy={save.running}
          failure={save.failure}
          onChange={(draft) => setLooked({ ...looked, draft })}
          onSave={(withOther) => void store(withOther)}
          onBack={() => setLooked(undefined)}
        />
      </div>
    )
  return (
    <div ref={top} tabIndex={-1} className="clocks-settings clocks-step">
      <Section title="录入一年的放假安排">
        <div className="form clocks-notice">
          {saved.length > 0 ? (
            <Notice tone="done">
              存好了 {saved.map((one) => `${one} 年`).join('、')}的放假安排，所有期限已经重新算过。
            </Notice>
          ) : null}
          <FailureNotice failure={read.failure} onClose={read.clear} />
          <p>
            每年 11
            月前后，国务院办公厅发布下一年的放假通知。把通知全文复制，粘贴在下面，软件会读出日期、核对星期和天数。
          </p>
          <TextAreaField
            label="通知全文"
            required
            minRows={7}
            maxLength={20_000}
            value={text}
            onChange={(next) => {
              setText(next)
              setAnswer(undefined)
            }}
            error={tried && isEmpty ? '请把通知粘贴到这里' : undefined}
          />
          <TextField
            label="哪一年的"
            required
            inputMode="numeric"
            maxLength={6}
            value={typedYear ?? String(year ?? suggested)}
            onChange={setTypedYear}
            error={year === undefined ? '请写四位年份，如 2027' : undefined}
          />
          {answer && !answer.ok ? <Faults faults={answer.faults} /> : null}
          <div className="foot-actions">
            <Button onClick={byHand}>不粘贴，自己填</Button>
            <Button
              kind="primary"
              shortcut="Ctrl+Enter"
              busy={read.running}
              onClick={() => void look()}
            >
              读通知
            </Button>
          </div>
        </div>
      </Section>
      {children}
    </div>
  )
}

/** The other step begins at its top, with the keyboard in it. */
function useTopOf(step: string) {
  const top = useRef<HTMLDivElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    top.current?.focus({ preventScroll: true })
    top.current?.scrollIntoView({ block: 'start' })
  }, [step])
  return top
}

function Faults({ faults }: { faults: Read['faults'] }) {
  return (
    <Notice tone="danger" title={`通知有 ${faults.length} 处对不上，还没有存`}>
      <ul className="clocks-faults">
        {faults.map(({ code, text, words }) => (
          <li key={`${code} ${text}`}>
            {words}
            {text === '' ? null : <div className="muted">“{text}”</div>}
          </li>
        ))}
      </ul>
      请对照原件改正上面的文字后再读；确实不能读的，点“不粘贴，自己填”。
    </Notice>
  )
}
