import { readFileSync } from 'node:fs'
import { copiesNeeded } from '#db/domain/agreement/completeness.ts'
import type {
  AgreementContent,
  AgreementParty,
  Clause,
  ClauseKind,
  Payment,
} from '#db/domain/agreement/content.ts'
import type { AgreementFacts, LprRow } from '#db/domain/agreement/lint/facts.ts'
import { lintAgreement } from '#db/domain/agreement/lint/lint-agreement.ts'
import { localDate } from '#db/domain/local-date.ts'
import { firm, payment, today, worker } from './agreement-fixture.ts'

const lpr = JSON.parse(
  readFileSync(new URL('../../resources/law/lpr.json', import.meta.url), 'utf8'),
) as { value: LprRow[] }
export const lprTables = lpr.value

export const clause = (text: string, kind: ClauseKind = 'other'): Clause => ({
  id: text.slice(0, 20),
  kind,
  text,
})

export const pays = (change: Partial<Payment> = {}, text = ''): Clause => ({
  id: `pays ${text}`,
  kind: 'payment',
  text,
  payment: { ...payment, ...change },
})

export const onBreach = clause('任何一期逾期未付的，可就全部未付款项一并要求支付。')

/** One agreement of the table; what is left out is in order. */
export type Draft = {
  content?: Partial<AgreementContent>
  clauses?: Clause[]
  parties?: AgreementParty[]
  facts?: Partial<AgreementFacts>
}

/** A complete agreement about a debt between a person and a firm, to be paid in three instalments. */
const sound: AgreementContent = {
  facts: '王一为某制衣厂供应面料，双方对账后确认尚有货款没有付清。',
  issues: '货款的数额和支付的时间。',
  responsibilities: '某制衣厂收货后没有按约付款，应当承担支付货款的责任。',
  clauses: [],
  performanceManner: '银行转账',
  performanceDeadline: '2027年2月20日前全部履行完毕',
  performancePlace: '云溪镇',
  copies: 3,
}

export const lintDraft = ({ content, clauses, parties = [worker, firm], facts }: Draft) =>
  lintAgreement(
    {
      ...sound,
      clauses: clauses ? [...clauses, onBreach] : [pays(), onBreach],
      copies: copiesNeeded(parties),
      ...content,
    },
    parties,
    { typeCode: '04.02', today, lprTables, ...facts },
  )

export const codesOf = (draft: Draft): string[] => [
  ...new Set(lintDraft(draft).map(({ code }) => code as string)),
]

/** A clause of words beside the sound payment. */
export const says = (text: string, kind: ClauseKind = 'other', facts?: Draft['facts']): Draft => ({
  clauses: [pays(), clause(text, kind)],
  ...(facts ? { facts } : {}),
})

/** Only this clause, no payment in a table: whatever is to be paid stands in the words. */
export const only = (
  text: string,
  kind: ClauseKind = 'other',
  content?: Draft['content'],
): Draft => ({
  clauses: [clause(text, kind)],
  content: {
    performanceManner: '按各条约定自行履行',
    performanceDeadline: '按各条约定',
    ...content,
  },
})

export const person = (id: string, name: string, more: Partial<AgreementParty> = {}) =>
  ({
    id,
    role: 'party',
    kind: 'person',
    name,
    birthDate: localDate('1980-05-05'),
    idNumber: '330502199001010014',
    representatives: [],
    ...more,
  }) as const satisfies AgreementParty
