import { DomainError } from '#db/domain/errors.ts'
import { localDate, localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import type { BodySettings } from '#db/domain/body-settings.ts'
import { listEvents } from '#db/queries/case-details.ts'
import { findCaseRow } from '#db/queries/cases.ts'
import {
  findDossierRow,
  findLastClosing,
  findQuotableAgreement,
  listEvidenceNames,
  listSessionHeads,
  namesPresent,
  type SessionHead,
} from '#db/queries/form-facts.ts'
import { listObligations } from '#db/queries/obligations.ts'
import { listParties, type PartyRecord } from '#db/queries/parties.ts'
import { listPerformances } from '#db/queries/performances.ts'
import { getSetting } from '#db/queries/settings.ts'
import { listSheets } from '#db/queries/sheets.ts'
import { listFacts } from '#db/queries/undisputed-facts.ts'
import type { Reader, Row } from '#db/schema.ts'
import type { FrozenAgreement } from '#db/services/agreements.ts'
import type { PerformanceFacts } from './performance-data.ts'

type CaseRow = NonNullable<Awaited<ReturnType<typeof findCaseRow>>>
export type CaseEvent = Awaited<ReturnType<typeof listEvents>>[number]

export type QuotedAgreement = FrozenAgreement & { signedOn: LocalDate | undefined }

/** What the store knows of a case beyond its registration. Nothing of it comes from behind the wall. */
export type CaseContent = {
  /** The newest first. */
  events: readonly CaseEvent[]
  sessions: readonly SessionHead[]
  /** Of the last session that was not open to all. */
  closedSessionNames: readonly string[] | undefined
  agreement: QuotedAgreement | undefined
  /** What stands on the register of an oral agreement, where no written one is signed. */
  oralWords: SheetWords | undefined
  /** As of the day of the application: which of them are late is for a letter to say. */
  performance: PerformanceFacts
  evidenceNames: readonly string[]
  /** Facts that every party has confirmed. */
  undisputedFacts: readonly string[]
  dossier: Row<'dossiers'> | undefined
  closing: Awaited<ReturnType<typeof findLastClosing>>
}

export type CaseRecord = {
  row: CaseRow
  body: BodySettings
  appliedOn: LocalDate
  parties: readonly PartyRecord[]
  /** Why it was not accepted, on which day. */
  rejection: { on: LocalDate; reason: string } | undefined
  /** Absent for a form that is made of the registration alone. */
  content: CaseContent | undefined
}

export const detail = (event: CaseEvent | undefined, key: string): string | undefined => {
  const value = event?.details[key]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** @throws DomainError cases.notFound */
export async function readCaseRecord(
  db: Reader,
  caseId: string,
  withContent: boolean,
): Promise<CaseRecord> {
  const row = await findCaseRow(db, caseId)
  if (!row) throw new DomainError('cases.notFound')
  const events = await listEvents(db, caseId)
  const appliedOn = localDateOf(row.applied_at)
  const content = withContent ? await readContent(db, caseId, events, appliedOn) : undefined
  const rejected = events.find(({ kind }) => kind === 'reject')
  return {
    row,
    body: await getSetting(db, 'body'),
    appliedOn,
    // Ages are those of a day of the case: a paper does not change with a birthday.
    parties: await listParties(db, caseId, content?.agreement?.signedOn ?? appliedOn),
    rejection:
      row.status === 'rejected' && rejected
        ? { on: localDateOf(rejected.at), reason: detail(rejected, 'reason') ?? '' }
        : undefined,
    content,
  }
}

async function readContent(
  db: Reader,
  caseId: string,
  events: readonly CaseEvent[],
  appliedOn: LocalDate,
): Promise<CaseContent> {
  const partyIds = (await listParties(db, caseId, appliedOn)).map(({ id }) => id)
  const sessions = await listSessionHeads(db, caseId)
  const written = await quotedAgreement(db, caseId)
  const oral = written?.signedOn ? undefined : await oralWords(db, caseId)
  const closed = sessions.findLast(({ is_open }) => is_open === 0)
  return {
    events,
    sessions,
    closedSessionNames: closed && (await namesPresent(db, closed.id)),
    agreement: oral ? undefined : written,
    oralWords: oral,
    performance: {
      obligations: await listObligations(db, caseId, appliedOn, []),
      performances: await listPerformances(db, caseId),
    },
    evidenceNames: await listEvidenceNames(db, caseId),
    undisputedFacts: await confirmedFacts(db, caseId, partyIds),
    dossier: await findDossierRow(db, caseId),
    closing: await findLastClosing(db, caseId),
  }
}

async function quotedAgreement(db: Reader, caseId: string): Promise<QuotedAgreement | undefined> {
  const found = await findQuotableAgreement(db, caseId)
  if (!found || found.frozen === null) return undefined
  const isSigned = found.status === 'signed' && found.effective_on !== null
  return {
    ...(JSON.parse(found.frozen) as FrozenAgreement),
    signedOn: isSigned ? localDate(found.effective_on ?? '') : undefined,
  }
}

/** The words of the register, once somebody has made one. */
async function oralWords(db: Reader, caseId: string): Promise<SheetWords | undefined> {
  const sheets = await listSheets(db, caseId)
  return sheets.find(({ form, removed }) => form === 'f11' && !removed)?.words
}

/** @law 《最高人民法院关于人民法院特邀调解的规定》第二十二条 (C15): what one side has not confirmed is no such fact */
async function confirmedFacts(
  db: Reader,
  caseId: string,
  partyIds: readonly string[],
): Promise<string[]> {
  const facts = await listFacts(db, caseId)
  return facts
    .filter(({ answers }) =>
      partyIds.every((id) =>
        answers.some(({ partyId, answer }) => partyId === id && answer === 'yes'),
      ),
    )
    .map(({ text }) => text)
}
