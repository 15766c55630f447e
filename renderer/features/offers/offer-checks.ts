import type { OfferTerms, Term } from '#db/domain/offer/term.ts'
import type { InputOf } from '../../lib/ask.ts'
import {
  type DutyForm,
  isDuty,
  isParty,
  knownByAll,
  knownNow,
  type OfferForm,
  type PayForm,
  type StatementForm,
  type TermForm,
} from './offer-form.ts'
import { sumWords } from './pay-rows.ts'

/** What is missing or wrong, by the path of its field. */
export type Problems = Readonly<Record<string, string>>
type Found = [path: string, words: string][]

const rowProblems = (term: PayForm, path: string): Found => {
  if (term.when === 'unsaid') return []
  const only = term.when === 'once'
  const rows = term.rows.flatMap((row, index): Found => {
    const at = `${path}.rows.${index}`
    const before = term.rows[index - 1]
    return [
      ...(row.dueOn
        ? []
        : ([
            [`${at}.dueOn`, only ? '请写日期；没说日期就选“没有说”' : '请写这一期的日期'],
          ] as Found)),
      ...(before?.dueOn && row.dueOn && row.dueOn < before.dueOn
        ? ([[`${at}.dueOn`, '日期早于上一期，请按先后排列']] as Found)
        : []),
      ...(!only && term.totalFen !== undefined && !row.amountFen
        ? ([[`${at}.amountFen`, '请写这一期的金额']] as Found)
        : []),
    ]
  })
  const sum = sumWords(term.rows, term.totalFen)
  const wrongSum: Found =
    !only && term.totalFen !== undefined && sum.wrong ? [[`${path}.rows`, sum.text]] : []
  return [...rows, ...wrongSum]
}

const payProblems = (term: PayForm, path: string): Found => [
  ...(term.payerId ? [] : ([[`${path}.payerId`, '请选谁付']] as Found)),
  ...(term.payeeId ? [] : ([[`${path}.payeeId`, '请选付给谁']] as Found)),
  ...(term.payerId && term.payerId === term.payeeId
    ? ([[`${path}.payeeId`, '付款人和收款人是同一人，请改其中一个']] as Found)
    : []),
  ...(term.totalFen ? [] : ([[`${path}.totalFen`, '请写一共付多少']] as Found)),
  ...rowProblems(term, path),
]

const wordProblems = (term: DutyForm | StatementForm, path: string): Found => {
  const needsText = term.kind !== 'apologise' && term.text.trim() === ''
  return [
    ...(isDuty(term) && !term.byId ? ([[`${path}.byId`, '请选由谁来做']] as Found) : []),
    ...(needsText ? ([[`${path}.text`, '请写内容，或删去这一项']] as Found) : []),
  ]
}

/** Empty when the offer may be recorded. */
export const problemsOf = (form: OfferForm): Problems => {
  const found: Found = [
    ...(form.by === undefined ? ([['by', '请选是谁提出的']] as Found) : []),
    ...(form.terms.length === 0 ? ([['terms', '请至少写一项']] as Found) : []),
    ...form.terms.flatMap((term, index) =>
      term.kind === 'pay'
        ? payProblems(term, `terms.${index}`)
        : wordProblems(term, `terms.${index}`),
    ),
  ]
  return Object.fromEntries(found.toReversed())
}

/** Undefined while something that it cannot do without is missing. */
export const termOf = (form: TermForm): Term | undefined => {
  switch (form.kind) {
    case 'pay': {
      const { id, payerId, payeeId, totalFen } = form
      if (!payerId || !payeeId || totalFen === undefined) return undefined
      const instalments = form.rows.flatMap(({ dueOn, amountFen }) =>
        dueOn && amountFen !== undefined ? [{ dueOn, amountFen }] : [],
      )
      const { purpose, method, account } = form
      return { id, kind: 'pay', payerId, payeeId, totalFen, instalments, purpose, method, account }
    }
    case 'act':
    case 'refrain':
    case 'apologise': {
      const { id, kind, byId, text, dueOn } = form
      return byId ? { id, kind, byId, text, ...(dueOn ? { dueOn } : {}) } : undefined
    }
    case 'confirm':
    case 'other': {
      const { id, kind, text, on } = form
      return { id, kind, text, ...(on ? { on } : {}) }
    }
  }
}

/** The terms as they are recorded; call it only when nothing is missing. */
export const termsOf = (form: OfferForm): OfferTerms => ({
  terms: form.terms.flatMap((term) => termOf(term) ?? []),
  condition: form.condition.trim(),
  note: form.note.trim(),
})

export const makeInput = (
  form: OfferForm,
  at: {
    id: string
    caseId: string
    sessionId?: string | undefined
    confidantId?: string | undefined
    partyIds: readonly string[]
  },
): InputOf<'offers.make'> => {
  const known = knownNow(form, at.partyIds, at.confidantId)
  return {
    id: at.id,
    caseId: at.caseId,
    ...(at.sessionId ? { sessionId: at.sessionId } : {}),
    ...(isParty(form.by) ? { partyId: form.by } : {}),
    ...(form.replyTo ? { replyTo: form.replyTo.offerId } : {}),
    ...(known === knownByAll ? {} : { confidantId: known }),
    terms: termsOf(form),
  }
}
