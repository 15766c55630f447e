import type { AgreementRecord } from '#contract/agreements.ts'
import { compareDates } from '#db/domain/local-date.ts'
import { formatDateWithWeekday, formatDaysLeft } from '../../lib/format/date.ts'
import { today } from '../../lib/clock.ts'
import { agreementDeadlineWords } from '../../lib/labels/agreements.ts'
import { Section } from '../../ui/section.tsx'

type Deadline = AgreementRecord['deadlines'][number]

const rolledWords = ({ raw, rolled, needsCalendar }: Deadline): string => {
  if (needsCalendar || rolled === undefined) {
    return '法定休假日表还没有这一年的，遇休假日能否顺延请自行核对'
  }
  return compareDates(rolled, raw) === 0
    ? '当天是工作日，不顺延'
    : `当天休假，依法可顺延到 ${formatDateWithWeekday(rolled)}；稳妥起见请按前一个日期办`
}

const DeadlineLines = ({ deadline }: { deadline: Deadline }) => {
  const words = agreementDeadlineWords(deadline.ruleId)
  return (
    <li>
      <strong>{words?.title ?? '期限'}</strong>：{words?.act ?? '须在期限内办理'}，
      {words ? `${words.length}，` : ''}最晚 <strong>{formatDateWithWeekday(deadline.raw)}</strong>
      （{formatDaysLeft(deadline.raw, today())}）。{rolledWords(deadline)}。
      <span className="agreement-source">
        依据 {deadline.ruleId} {deadline.source}
      </span>
    </li>
  )
}

/** What may be done after the agreement took effect, the earlier date first. */
export const WhatFollows = ({ record }: { record: AgreementRecord }) =>
  record.deadlines.length === 0 ? null : (
    <Section title="接下来">
      <ul className="agreement-follows">
        {record.deadlines
          .toSorted((a, b) => compareDates(a.raw, b.raw))
          .map((deadline) => (
            <DeadlineLines key={deadline.ruleId} deadline={deadline} />
          ))}
      </ul>
    </Section>
  )
