import type { AgreementRecord } from '#contract/agreements.ts'
import { compareDates } from '#db/domain/local-date.ts'
import { formatYuan } from '#db/domain/money.ts'
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
      <span className="agreement-source">依据{deadline.source}</span>
    </li>
  )
}

type Payment = NonNullable<AgreementRecord['content']['clauses'][number]['payment']>

/** The next payment that falls due: the first thing that shows whether the agreement is kept. */
const NextPayment = ({ record }: { record: AgreementRecord }) => {
  const payments = record.content.clauses.flatMap(({ payment }) => (payment ? [payment] : []))
  const dues = payments.flatMap((payment) =>
    payment.instalments.map((instalment) => ({ payment, instalment })),
  )
  const next = dues
    .filter(({ instalment }) => compareDates(instalment.dueOn, today()) >= 0)
    .toSorted((a, b) => compareDates(a.instalment.dueOn, b.instalment.dueOn))[0]
  if (!next) return null
  const nameOf = (id: Payment['payerId']) => record.parties.find((party) => party.id === id)?.name
  return (
    <li>
      <strong>付款到期</strong>：{nameOf(next.payment.payerId)}应在{' '}
      <strong>{formatDateWithWeekday(next.instalment.dueOn)}</strong> 前付{' '}
      {nameOf(next.payment.payeeId)} {formatYuan(next.instalment.amountFen)} 元（
      {formatDaysLeft(next.instalment.dueOn, today())}）。
    </li>
  )
}

/** What may be done after the agreement took effect, the earlier date first. */
export const WhatFollows = ({ record }: { record: AgreementRecord }) =>
  record.deadlines.length === 0 ? null : (
    <Section title="接下来">
      <ul className="agreement-follows">
        <NextPayment record={record} />
        {record.deadlines
          .toSorted((a, b) => compareDates(a.raw, b.raw))
          .map((deadline) => (
            <DeadlineLines key={deadline.ruleId} deadline={deadline} />
          ))}
      </ul>
    </Section>
  )
