import { isLabourDispute } from '#db/domain/case/taxonomy.ts'
import { ageOn, formatChineseDate, localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { amountInWords, formatYuan } from '#db/domain/money.ts'
import type { ObligationState } from '#db/domain/performance/obligation.ts'
import { remediesOf } from '#db/domain/strengthening/remedies.ts'
import type { EnforceableBy } from '#db/domain/strengthening/further-routes.ts'
import type { ApplicationRecord } from '#db/queries/strengthenings.ts'
import type { Reader } from '#db/schema.ts'
import {
  debtorIdsOf,
  factsOfRoutes,
  readRoutes,
  type RouteRecord,
} from '#db/services/route-facts.ts'
import type { FormData, FormParty } from '#documents/forms/form-data.ts'
import { limitationsOfCase, type LawTables } from '../case-clocks.ts'
import { courtCause } from './case-words.ts'
import type { CaseRecord } from './read-record.ts'

/** Papers with which one side goes on alone: who is owed stands first, whoever came to the window. */
const oneSided: ReadonlyMap<string, ApplicationRecord['route']> = new Map([
  ['f24', 'paymentOrder'],
  ['civil-complaint', 'directSuit'],
  ['arbitration-application', 'arbitration'],
  ['enforcement-application', 'enforcement'],
])
const joint: ReadonlySet<string> = new Set(['f14-persons', 'f14-organisation', 'f14-proof', 'f23'])

/** What an application, a suit or a notice of the end says beyond the agreement; nothing for other forms. */
export async function proceedingData(
  { db, now, law }: { db: Reader; now: string; law: LawTables },
  form: string,
  { row, body }: Pick<CaseRecord, 'row' | 'body'>,
  known: FormData,
): Promise<FormData> {
  if (form === 'f18') return { termination: await terminationOf(db, now, law, row, known) }
  const route = oneSided.get(form)
  if (route === undefined && !joint.has(form)) return {}
  const today = localDateOf(now)
  const record = await readRoutes(db, row, today, law.calendar)
  const asked = (of: ApplicationRecord['route']) =>
    record.applications.find((each) => each.route === of)
  if (route === undefined) {
    const court = asked('judicialConfirmation')
    return {
      confirmation: {
        courtName: court?.officeName,
        appliedOn: court ? localDateOf(court.appliedAt) : known.confirmation?.appliedOn,
      },
      arbitralReview: { commissionName: asked('arbitralReview')?.officeName },
    }
  }
  const filed = asked(route)
  return {
    parties: partiesOf(record, known, filed ? localDateOf(filed.appliedAt) : today),
    ...oneSidedData(record, known, { today, bodyName: body.fullName, asked }),
  }
}

async function terminationOf(
  db: Reader,
  now: string,
  law: LawTables,
  { id, type_code }: CaseRecord['row'],
  { termination }: FormData,
) {
  const remedies = remediesOf(type_code).map(({ words, source }) => ({
    words: words.replace(/。$/u, ''),
    source,
  }))
  const limitations = (await limitationsOfCase(db, id, law, now)).map(
    ({ matter, date, source, missing }) => ({
      matter,
      ...(date ? { date } : {}),
      source: missing === undefined ? source : `${source}（自${missing}起算）`,
    }),
  )
  return { ...termination, remedies, ...(limitations.length > 0 ? { limitations } : {}) }
}

/**
 * Debtors as respondents, the others as applicants; where nothing is owed the parties keep their roles.
 * @param on the day of the application, to which a court counts ages; today while there is none
 */
const partiesOf = (
  record: RouteRecord,
  { parties }: FormData,
  on: LocalDate,
): readonly FormParty[] | undefined => {
  const owed = record.obligations.some(({ debtorId }) => debtorId !== undefined)
  const debtorIds = debtorIdsOf(record)
  return parties?.map((party) => ({
    ...party,
    ...(party.birthDate === undefined ? {} : { age: ageOn(party.birthDate, on) }),
    ...(owed
      ? { role: debtorIds.has(party.id) ? ('respondent' as const) : ('applicant' as const) }
      : {}),
  }))
}

const yuan = (fen: number) => `${formatYuan(fen)}元`

/** @param toWhom named where more than one is owed */
const lateText = (
  { kind, title, text, dueOn, amountFen, paidFen, leftFen, creditorName }: ObligationState,
  toWhom: boolean,
) => {
  const due = dueOn ? `应于${formatChineseDate(dueOn)}前` : '应'
  if (kind === 'act')
    return `协议${title}（${text.replace(/[。；\s]+$/u, '')}）${due}办理，至今没有办理。`
  const paid = paidFen > 0 ? `，已付${yuan(paidFen)}，尚欠${yuan(leftFen)}` : '，至今没有支付'
  const payee = toWhom && creditorName !== undefined ? `给${creditorName}` : ''
  return `协议${title}款项${yuan(amountFen ?? 0)}，${due}支付${payee}${paid}。`
}

/** One claim for each debtor and creditor: a judgment has to say who pays whom. */
const sumClaims = (late: readonly ObligationState[], verb: string, who: string): string[] => {
  const owed = late.filter(({ leftFen }) => leftFen > 0)
  const pairs = [...new Set(owed.map((one) => `${one.debtorId} ${one.creditorId}`))].map((pair) =>
    owed.filter((one) => `${one.debtorId} ${one.creditorId}` === pair),
  )
  const creditors = new Set(owed.map(({ creditorId }) => creditorId)).size
  const debtors = new Set(owed.map(({ debtorId }) => debtorId)).size
  return pairs.map((of) => {
    const [first] = of
    const debtor = debtors > 1 ? (first?.debtorName ?? '') : ''
    const creditor = creditors > 1 ? `向${first?.creditorName ?? ''}` : ''
    const sum = amountInWords(of.reduce((all, { leftFen }) => all + leftFen, 0))
    return `${verb}${who}${debtor}${creditor}支付${sum}。`
  })
}

const titles: Readonly<Record<EnforceableBy, string>> = {
  judicialConfirmation: '确认调解协议有效的民事裁定书',
  arbitralReview: '仲裁调解书',
  paymentOrder: '支付令',
  notary: '赋予强制执行效力的公证债权文书',
}

type Around = {
  today: LocalDate
  bodyName: string
  asked: (route: ApplicationRecord['route']) => ApplicationRecord | undefined
}

function oneSidedData(
  record: RouteRecord,
  known: FormData,
  { today, bodyName, asked }: Around,
): FormData {
  const late = record.obligations.filter(({ state }) => state === 'late')
  const owed = late.reduce((sum, { leftFen }) => sum + leftFen, 0)
  const amountFen = owed > 0 ? owed : undefined
  const dueOn = late.flatMap(({ dueOn: day }) => day ?? [])[0]
  const { agreement, case: of } = known
  const number = agreement?.number === undefined ? '' : `编号为${agreement.number}的`
  const signed = agreement?.signedOn ? `于${formatChineseDate(agreement.signedOn)}` : ''
  const inForce = agreement?.signedOn !== undefined
  const settled = `双方因${of?.title ?? ''}，${signed}经${bodyName}主持调解，达成${number}调解协议。`
  const several = new Set(late.flatMap(({ creditorId }) => creditorId ?? [])).size > 1
  const breach = late.map((one) => lateText(one, several)).join('\n')
  const failed = [of?.narrative, '经调解没有达成协议。'].filter(Boolean).join('\n')
  const facts = inForce ? [settled, breach].filter((text) => text !== '').join('\n') : failed
  const acts = late
    .filter(({ kind }) => kind === 'act')
    .map(({ title, text }) => `按调解协议${title}办理：${text.replace(/[。；\s]+$/u, '')}。`)
  const claimed = of?.claim?.split('\n').filter((line) => line.trim() !== '') ?? []
  const claims = (verb: string, who: string) =>
    inForce
      ? [...sumClaims(late, verb, who), ...acts.map((text) => `${verb}${who}${text}`)]
      : claimed
  const by = factsOfRoutes(record, today).enforceableBy
  const title = by && asked(by)
  const isLabour = isLabourDispute(record.row.type_code)
  return {
    paymentOrder: {
      courtName: asked('paymentOrder')?.officeName,
      amountFen,
      dueOn,
      basis: breach === '' ? undefined : breach,
    },
    suit: {
      officeName: asked('directSuit')?.officeName,
      cause: courtCause(record.row.type_code),
      claims: [...claims('判令', '被告'), '诉讼费用由被告承担。'],
      facts,
      amountFen,
    },
    arbitration: {
      officeName: asked('arbitration')?.officeName,
      claims: isLabour ? claims('裁决', '被申请人') : undefined,
      facts,
      amountFen,
    },
    enforcement: {
      officeName: asked('enforcement')?.officeName,
      title: by && [title?.number, titles[by]].filter(Boolean).join(' '),
      claims: [
        ...claims('强制', '被执行人'),
        ...(amountFen === undefined
          ? []
          : ['强制被执行人支付迟延履行期间的债务利息（《民事诉讼法》第二百六十四条）。']),
      ],
      facts: `${settled}${by ? `该协议已有${titles[by]}。` : ''}\n${breach}`,
      amountFen,
    },
  }
}
