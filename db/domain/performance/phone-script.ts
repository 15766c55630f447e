import { formatChineseDate, type LocalDate } from '../local-date.ts'
import { formatYuan } from '../money.ts'
import { movedWords, type ObligationState } from './obligation.ts'

type Owed = Pick<
  ObligationState,
  | 'kind'
  | 'title'
  | 'text'
  | 'debtorName'
  | 'creditorName'
  | 'dueOn'
  | 'lastOn'
  | 'amountFen'
  | 'paidFen'
  | 'leftFen'
  | 'state'
  | 'daysLate'
>

export type Caller = {
  bodyName: string
  mediatorName: string
  agreementNumber: string | undefined
  effectiveOn: LocalDate | undefined
  /** A court, a commission or a notary has made the agreement enforceable. */
  enforceable: boolean
}

/**
 * What the creditor may do when it stays unpaid.
 * @law 《民事诉讼法》第二百零六条;《人民调解法》第三十二条、第三十三条 (D9, E11)
 */
export const consequence = (enforceable: boolean): string =>
  enforceable ? '可以向法院申请强制执行' : '可以向法院起诉'

const shortText = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const matter = (one: Owed): string => {
  if (one.kind === 'act') return `${one.title}：${shortText(one.text)}`
  const paid =
    one.paidFen > 0 ? `，已付${formatYuan(one.paidFen)}元，还差${formatYuan(one.leftFen)}元` : ''
  return `${one.title}${formatYuan(one.amountFen ?? 0)}元${paid}`
}

const doing = ({ kind }: Owed): string => (kind === 'act' ? '做到' : '付')

const lateLine = (one: Owed): string =>
  `${matter(one)}，约定${one.dueOn ? formatChineseDate(one.dueOn) : ''}前${doing(one)}${movedWords(one)}，到今天过了${one.daysLate}天。`

const nextLine = (one: Owed): string =>
  `${matter(one)}${one.dueOn ? `，约定${formatChineseDate(one.dueOn)}前${doing(one)}` : ''}，请您提前准备好。`

/**
 * What to say on the phone, line by line: who calls, what is owed, what to ask, what the law says. Of what is late,
 * else of what is due next; empty when nothing is owed.
 * @law 《人民调解法》第三十一条、第三十二条 (I1)
 */
export const phoneScript = (owed: readonly Owed[], caller: Caller): string[] => {
  const open = owed.filter(({ state }) => state !== 'done' && state !== 'dropped')
  const late = open.filter(({ state }) => state === 'late')
  const [next] = open
    .filter(({ dueOn }) => dueOn !== undefined)
    .toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
  const [first] = late
  const about = first ?? next
  if (!about) return []
  const subject = first ? late.filter(({ debtorName }) => debtorName === first.debtorName) : [about]
  const agreement = [
    caller.effectiveOn ? `${formatChineseDate(caller.effectiveOn)}生效的` : '',
    '调解协议',
    caller.agreementNumber ?? '',
  ].join('')
  const creditor = about.creditorName ?? '对方'
  const hello = `您好，请问是${about.debtorName ?? '当事人'}吗？我是${caller.bodyName}的调解员${caller.mediatorName}。`
  return first
    ? [
        hello,
        `想跟您核对一下和${creditor}的${agreement}。`,
        ...subject.map(lateLine),
        '请问是不是已经付了？付了的话，请把转账凭证或者收条发给我们，我们登记上。',
        '还没有付的话，您打算哪一天付、先付多少？我记下来。',
        '如果确实有困难，请把原因说清楚，我把话带给对方；改期要双方都同意，我不能替对方答应。',
        `协议对双方都有约束力。一直不履行的，${creditor}${consequence(caller.enforceable)}。`,
        '好的，我到时候再给您打电话。谢谢。',
      ]
    : [
        hello,
        `提醒您一下和${creditor}的${agreement}。`,
        ...subject.map(nextLine),
        '付过以后，请把转账凭证或者收条发给我们，我们登记上。谢谢。',
      ]
}
