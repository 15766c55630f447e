import { paymentMethodLabel } from '#db/domain/agreement/content.ts'
import type { ObligationState } from '#db/domain/performance/obligation.ts'
import { creditorNames, urgedMatter } from '#db/domain/performance/urged.ts'
import type { PerformanceRecord } from '#db/queries/performances.ts'
import type { FormPayment, FormPerformance } from '#documents/forms/form-data.ts'
import type { FormUrge } from '#documents/forms/office-data.ts'

/** What a case knows of its performance. */
export type PerformanceFacts = {
  obligations: readonly ObligationState[]
  performances: readonly PerformanceRecord[]
}

const given = (text: string) => (text.trim() === '' ? undefined : text)
const longestAct = 30

/** An act in a narrow column: its words without the name before them, cut short; the agreement has them whole. */
const matterOf = ({ kind, title, text }: ObligationState, names: readonly string[]) => {
  const words = text.trim()
  if (kind !== 'act' || words === '') return title
  const name = names.find((each) => words.startsWith(each)) ?? ''
  const letters = Array.from(words.slice(name.length))
  const act = letters
    .slice(0, longestAct)
    .join('')
    .replace(/[。；]$/u, '')
  return `${title}：${act}${letters.length > longestAct ? '…' : ''}`
}

/** Each payment in its own row under what it was for; what nobody paid yet keeps its blanks. */
export const performancesOfRecord = ({
  obligations,
  performances,
}: PerformanceFacts): FormPerformance[] => {
  const names = obligations.flatMap(({ debtorName = [], creditorName = [] }) =>
    [debtorName, creditorName].flat(),
  )
  return obligations
    .filter(({ dropped }) => !dropped)
    .flatMap((one): FormPerformance[] => {
      const own = performances.filter(
        ({ obligationId, undone }) => obligationId === one.id && !undone,
      )
      const owed = {
        matter: matterOf(one, names),
        payerName: one.debtorName,
        payeeName: one.creditorName,
        dueOn: one.dueOn,
        dueFen: one.amountFen,
        method: paymentMethodLabel(one.method),
      }
      if (own.length === 0) return [owed]
      return own.map((performance, index) => ({
        ...(index === 0 ? owed : { matter: `${one.title}（续付）` }),
        paidOn: performance.doneOn,
        paidFen: performance.amountFen,
        method: given(paymentMethodLabel(performance.method)) ?? owed.method,
        proof: given(performance.proofs.map(({ name }) => withoutKind(name)).join('、')),
        remark: given(performance.note),
      }))
    })
}

const withoutKind = (name: string) => name.replace(/\.[A-Za-z0-9]{1,5}$/u, '') || name

/** The payment that a receipt is for, and what its payer still owes the payee after it. */
export function paymentOfRecord(
  { obligations, performances }: PerformanceFacts,
  performanceId: string,
): FormPayment | undefined {
  const place = performances.findIndex(({ id, undone }) => id === performanceId && !undone)
  const paid = performances[place]
  const owed = obligations.find(({ id }) => id === paid?.obligationId)
  if (!paid || !owed || paid.amountFen === undefined) return undefined
  const together = obligations.filter(
    (one) => !one.dropped && one.debtorId === owed.debtorId && one.creditorId === owed.creditorId,
  )
  const dueFen = together.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)
  const untilThen = performances
    .slice(0, place + 1)
    .filter(({ undone, obligationId }) => !undone && together.some(({ id }) => id === obligationId))
    .reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)
  return {
    payerName: owed.debtorName,
    payeeName: owed.creditorName,
    amountFen: paid.amountFen,
    paidOn: paid.doneOn,
    method: given(paymentMethodLabel(paid.method)) ?? paymentMethodLabel(owed.method),
    account: given(owed.account),
    matter: `${owed.title}款项`,
    leftFen: Math.max(0, dueFen - untilThen),
  }
}

/** What is not yet done, for a letter that was put into the volume by hand; its days are for its writer to say. */
export function urgeOfRecord({ obligations }: PerformanceFacts): FormUrge | undefined {
  const open = obligations.filter(({ state }) => state !== 'done' && state !== 'dropped')
  const [first] = open
  if (!first) return undefined
  const own = open.filter(({ debtorId }) => debtorId === first.debtorId)
  return {
    debtorName: first.debtorName,
    creditorName: creditorNames(own).join('、') || undefined,
    consequence: '对方可以通过起诉等途径要求履行',
    totalFen: own.reduce((sum, { leftFen }) => sum + leftFen, 0),
    items: own.map((one) => ({
      matter: urgedMatter(one, own),
      dueOn: one.dueOn,
      dueFen: one.amountFen,
      ...(one.amountFen === undefined ? {} : { paidFen: one.paidFen, leftFen: one.leftFen }),
    })),
  }
}
