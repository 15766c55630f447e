import { useState } from 'react'
import type { RouteRow } from '#contract/strengthening.ts'
import { isPending } from '#db/domain/strengthening/application.ts'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDateWithWeekday, formatDaysLeft } from '../../lib/format/date.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { AnswersSection } from './answers-section.tsx'
import { ApplyDialog } from './apply-dialog.tsx'
import { firstOffice } from './office-picker.tsx'
import { PackSection } from './pack-section.tsx'

const officeLabels: Readonly<Record<RouteRow['route'], string>> = {
  judicialConfirmation: '向哪个法院申请',
  arbitralReview: '向哪个仲裁委员会申请',
  paymentOrder: '向哪个法院申请',
  directSuit: '向哪个法院起诉',
  notary: '到哪个公证机构',
  arbitration: '向哪个仲裁委员会申请',
  enforcement: '向哪个法院申请执行',
}

type Props = {
  record: OutputOf<'strengthening.get'>
  row: RouteRow
  isLabour: boolean
  owedFen: number | undefined
  onApplied: () => void
}

/** The chosen way: what it gives, until when, where, with which papers. */
export function RouteDetail({ record, row, isLabour, owedFen, onApplied }: Props) {
  const { caseId, applications, mayEdit } = record
  const pending = applications.find((each) => each.route === row.route && isPending(each.state))
  const preparing = useRun('strengthening.preparePack')
  const [office, setOffice] = useState(() => firstOffice(row.proposals, pending?.officeName))
  const [applying, setApplying] = useState(false)
  const mayMake = mayEdit && (row.open || pending !== undefined)
  const make = async (officeName: string) =>
    (await preparing.run({ caseId, route: row.route, officeName }))?.papers
  return (
    <Section
      title={row.name}
      extra={
        mayEdit && row.open ? (
          <Button kind="primary" shortcut="Ctrl+Enter" onClick={() => setApplying(true)}>
            登记申请
          </Button>
        ) : undefined
      }
    >
      <div className="stack">
        <p>
          {row.gives}
          <span className="hint strengthening-source">依据：{row.source}</span>
        </p>
        <DeadlineLine row={row} />
        {row.open || row.closed.some(({ ruleId }) => ruleId !== 'P') ? (
          <AnswersSection record={record} route={row.route} isLabour={isLabour} />
        ) : null}
        <PackSection
          officeLabel={officeLabels[row.route]}
          packLabel={`${row.name}的材料`}
          proposals={row.proposals}
          pack={row.pack}
          office={office}
          onOffice={setOffice}
          onMake={make}
          making={preparing.running}
          failure={preparing.failure}
          mayMake={mayMake}
        />
      </div>
      {applying ? (
        <ApplyDialog
          caseId={caseId}
          row={row}
          office={office}
          owedFen={owedFen}
          onClose={(done) => {
            setApplying(false)
            if (done) onApplied()
          }}
        />
      ) : null}
    </Section>
  )
}

function DeadlineLine({ row: { open, deadline } }: { row: RouteRow }) {
  if (!open || !deadline) return null
  const { raw, rolled, needsCalendar } = deadline
  const roll =
    needsCalendar || rolled === undefined
      ? '这一年的放假安排还没有录入，能否顺延请自行核对。'
      : rolled === raw
        ? ''
        : `当天休假，依法可顺延到${formatDateWithWeekday(rolled)}；稳妥起见请按前一个日期办。`
  return (
    <p>
      最晚 <strong>{formatDateWithWeekday(raw)}</strong>（{formatDaysLeft(raw, today())}）。{roll}
    </p>
  )
}
