import { v7 as uuid } from 'uuid'
import { mayMediate } from '../domain/access/case-access.ts'
import { houseForm } from '../domain/dossier/house-forms.ts'
import { DomainError } from '../domain/errors.ts'
import { addDays, formatChineseDate, localDateOf, type LocalDate } from '../domain/local-date.ts'
import { formatYuan, type Fen } from '../domain/money.ts'
import type { ObligationState } from '../domain/performance/obligation.ts'
import { consequence } from '../domain/performance/phone-script.ts'
import { creditorNames, urgedMatter } from '../domain/performance/urged.ts'
import { listObligations } from '../queries/obligations.ts'
import { listApplications } from '../queries/strengthenings.ts'
import type { Row } from '../schema.ts'
import { getCase, type CaseRecord } from './case-access.ts'
import { calendarOf, recordEvent, type Happening } from './case-events.ts'
import { requireRecordable } from './performance-case.ts'
import { enforceableBy } from './route-facts.ts'
import { addSheet, saveSheet, type WritableForm } from './sheets.ts'

type Urges = Row<'urges'>

export type NewUrge = {
  caseId: string
  obligationId?: string | undefined
  at: string
  channel: Urges['channel']
  person: string
  answer: Urges['answer']
  promisedOn?: LocalDate | undefined
  promisedFen?: Fen | undefined
  words: string
}

async function openCase({ tx, actor }: Happening, caseId: string): Promise<CaseRecord> {
  const row = await getCase(tx, actor, caseId, mayMediate, 'cases.notYours')
  requireRecordable(row)
  return row
}

/**
 * How the debtor was reminded and what came of it. @returns its id
 * @throws DomainError obligations.notFound, urgedLater, notLive
 */
export async function recordUrge(happening: Happening, wish: NewUrge): Promise<string> {
  const row = await openCase(happening, wish.caseId)
  if (wish.at > happening.now) throw new DomainError('obligations.urgedLater')
  const obligations = await listObligations(
    happening.tx,
    row.id,
    localDateOf(happening.now),
    calendarOf(happening),
  )
  const about = obligations.find(({ id }) => id === wish.obligationId)
  if (wish.obligationId !== undefined && !about) throw new DomainError('obligations.notFound')
  return insertUrge(happening, wish, undefined)
}

async function insertUrge(
  happening: Happening,
  wish: NewUrge,
  sheetId: string | undefined,
): Promise<string> {
  const { tx, actor, now } = happening
  const id = uuid()
  const person = wish.person.trim()
  const words = wish.words.trim()
  await tx
    .insertInto('urges')
    .values({
      id,
      case_id: wish.caseId,
      obligation_id: wish.obligationId ?? null,
      at: wish.at,
      channel: wish.channel,
      person,
      answer: wish.answer,
      promised_on: wish.promisedOn ?? null,
      promised_fen: wish.promisedFen ?? null,
      words,
      sheet_id: sheetId ?? null,
      recorded_by: actor.userId,
      recorded_at: now,
    })
    .execute()
  await recordEvent(happening, wish.caseId, 'urged', {
    channel: wish.channel,
    answer: wish.answer,
    ...(person ? { person } : {}),
    ...(wish.promisedOn ? { promisedOn: wish.promisedOn } : {}),
    ...(wish.promisedFen === undefined ? {} : { promisedFen: wish.promisedFen }),
    ...(words ? { words } : {}),
  })
  return id
}

const letter = (): WritableForm => ({
  id: 'urge-letter',
  title: houseForm('urge-letter')?.title ?? '催促履行通知书',
  may: mayMediate,
})

/** @policy A week from the letter: long enough to bring money, short enough to be felt. */
const daysToPerform = 7

/**
 * The letter to the debtor, with the sums as they stand today: what is paid later does not change what was sent.
 * @returns its object
 * @throws DomainError obligations.nothingLate, notFound, notLive
 */
export async function writeUrgeLetter(
  happening: Happening,
  caseId: string,
  obligationIds: readonly string[],
): Promise<string> {
  const row = await openCase(happening, caseId)
  const today = localDateOf(happening.now)
  const obligations = await listObligations(happening.tx, row.id, today, calendarOf(happening))
  if (obligationIds.some((id) => !obligations.some((one) => one.id === id)))
    throw new DomainError('obligations.notFound')
  const late = obligations.filter(({ id, state }) => state === 'late' && obligationIds.includes(id))
  const [first] = late
  if (!first) throw new DomainError('obligations.nothingLate')
  // A letter has one addressee.
  const own = late.filter(({ debtorId }) => debtorId === first.debtorId)
  const form = letter()
  const objectId = await addSheet(happening, caseId, form)
  const enforceable = enforceableBy(await listApplications(happening.tx, caseId)) !== undefined
  const words = wordsOf({ own, first, enforceable }, today)
  await saveSheet(happening, form, objectId, words, 1)
  const person = first.debtorName ?? ''
  await insertUrge(
    happening,
    {
      caseId,
      obligationId: own.length === 1 ? first.id : undefined,
      at: happening.now,
      channel: 'letter',
      person,
      answer: 'sent',
      words: own.map(({ title }) => title).join('、'),
    },
    objectId,
  )
  return objectId
}

type Late = { own: readonly ObligationState[]; first: ObligationState; enforceable: boolean }

const wordsOf = ({ own, first, enforceable }: Late, today: LocalDate) => ({
  fields: {
    '催促.债务人': first.debtorName ?? '',
    '催促.债权人': creditorNames(own).join('、'),
    '催促.限期': formatChineseDate(addDays(today, daysToPerform)),
    '催促.后果': `对方${consequence(enforceable)}`,
    '催促.合计': formatYuan(own.reduce((sum, { leftFen }) => sum + leftFen, 0)),
  },
  lists: {
    '催促.款项': own.map((one) => ({
      '款项.内容': urgedMatter(one, own),
      '款项.应付日期': one.dueOn ? formatChineseDate(one.dueOn) : '',
      ...(one.amountFen === undefined
        ? {}
        : {
            '款项.应付金额': formatYuan(one.amountFen),
            '款项.已付金额': formatYuan(one.paidFen),
            '款项.未付金额': formatYuan(one.leftFen),
          }),
      '款项.逾期天数': String(one.daysLate),
    })),
  },
})
