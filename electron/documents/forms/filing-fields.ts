import { count, date, defineGroup, list, text } from './fields.ts'
import type { FormHandover, FormLoan } from './filing-data.ts'

const handedCaseFields = defineGroup<NonNullable<FormHandover['cases']>[number]>('移交案件', {
  登记号: text(({ number }) => number),
  名称: text(({ title }) => title),
  状态: text(({ status }) => status),
  借阅人: text(({ borrower }) => borrower),
})

export const handoverFields = defineGroup<FormHandover>(
  '移交',
  {
    移交人: text(({ fromName }) => fromName),
    接收人: text(({ toName }) => toName),
    日期: date((handover) => handover.date),
    原因: text(({ reason }) => reason),
    监交人: text(({ headName }) => headName),
    件数: count(({ cases }) => cases?.length),
  },
  { 案件: list(handedCaseFields, ({ cases }) => cases) },
)

export const loanFields = defineGroup<FormLoan>('借阅', {
  借阅人: text(({ borrower }) => borrower),
  单位: text(({ unit }) => unit),
  事由: text(({ purpose }) => purpose),
  借出日期: date(({ lentOn }) => lentOn),
  应还日期: date(({ dueOn }) => dueOn),
  经办人: text(({ lenderName }) => lenderName),
  归还日期: date(({ returnedOn }) => returnedOn),
  接收人: text(({ receiverName }) => receiverName),
  备注: text(({ note }) => note),
})
