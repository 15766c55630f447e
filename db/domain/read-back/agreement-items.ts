import { clauseText, hasInstalmentTable, seeTable } from '../agreement/clause-text.ts'
import { type AgreementContent, type Clause, paymentMethodLabel } from '../agreement/content.ts'
import { formatChineseDate } from '../local-date.ts'
import { amountInWords } from '../money.ts'
import type { ReadBackItem } from './items.ts'

type Named = { id: string; name: string }

const spelledInstalments = ({ payment }: Clause): string =>
  (payment?.instalments ?? [])
    .map(({ dueOn, amountFen, method }, index) => {
      const other = method === undefined ? '' : `，支付方式：${paymentMethodLabel(method)}`
      return `第${index + 1}期，${formatChineseDate(dueOn)}前（含当日）支付${amountInWords(amountFen)}${other}`
    })
    .join('；')

/**
 * A clause as it is read aloud: a table cannot be heard, so its rows follow as words.
 * @policy issue 3 §4
 */
export const spokenClause = (clause: Clause, parties: readonly Named[]): string => {
  const text = clauseText(clause, parties)
  if (!hasInstalmentTable(clause) || !text.endsWith(seeTable)) return text
  return `${text.slice(0, -seeTable.length)}。${spelledInstalments(clause)}。`
}

/**
 * The pieces of an agreement in the order of the paper; what is still empty is not read.
 * @law 《人民调解法》第二十九条 (D1)
 */
export const agreementItems = (
  content: AgreementContent,
  parties: readonly Named[],
): ReadBackItem[] =>
  [
    { key: 'facts', heading: '主要事实', text: content.facts },
    { key: 'issues', heading: '争议事项', text: content.issues },
    { key: 'responsibilities', heading: '各方责任', text: content.responsibilities },
    ...content.clauses.map((clause, index) => ({
      key: `clause:${clause.id}`,
      heading: `协议内容第${index + 1}条`,
      text: spokenClause(clause, parties),
    })),
    { key: 'manner', heading: '履行方式', text: content.performanceManner },
    { key: 'deadline', heading: '履行期限', text: content.performanceDeadline },
    { key: 'place', heading: '履行地点', text: content.performancePlace },
  ]
    .map((item) => ({ ...item, text: item.text.trim() }))
    .filter(({ text }) => text !== '')
