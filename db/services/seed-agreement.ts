import { createHash } from 'node:crypto'
import { copiesNeeded } from '../domain/agreement/completeness.ts'
import type { AgreementContent, Clause } from '../domain/agreement/content.ts'
import { formatChineseDate, type LocalDate } from '../domain/local-date.ts'
import { splitEvenly } from '../domain/money.ts'
import type { FrozenAgreement } from './agreements.ts'
import type { CaseFacts, SeedCase } from './seed-case.ts'
import { partiesOn, town } from './seed-people.ts'
import { writeObligations } from './seed-performance.ts'
import { writeApplication } from './seed-strengthening.ts'
import type { SeedVersion } from './seed-timeline.ts'
import type { RowWriter } from './seed-writer.ts'

/** Every version of the case's agreement with its clauses, reviews, prints and signatures. */
export function writeVersions(write: RowWriter, seeded: SeedCase, facts: CaseFacts): void {
  for (const version of seeded.timeline.versions) {
    const content = drawContent(seeded, facts, version)
    const id = seeded.random.uuid(version.draftedAt)
    writeText(write, seeded, facts, version, id, content)
    writeClauses(write, seeded, version, id, content.clauses)
    if (version.approvedAt) freeze(write, seeded, facts, version, id, content)
    writeReviews(write, seeded, version, id)
    writeSigning(write, seeded, facts, version, id)
    writeObligations({ write, seeded, facts, version, agreementId: id }, content.clauses)
    if (version.status === 'signed') writeApplication(write, seeded, facts.caseId, id)
  }
}

const laneOf = ({ version }: SeedVersion) => (version === 1 ? 'agreement1' : 'agreement2')

function drawContent(
  { random, timeline }: SeedCase,
  facts: CaseFacts,
  version: SeedVersion,
): AgreementContent {
  const { scenario, say, parties, amountFen } = facts
  const payment =
    amountFen === undefined ? undefined : drawPayment(seededDues(timeline.dues), facts, amountFen)
  const clauses: Clause[] = [
    ...(payment
      ? [
          { id: random.uuid(version.draftedAt), kind: 'payment' as const, text: '', payment },
          {
            id: random.uuid(version.draftedAt),
            kind: 'other' as const,
            text: say('任何一期逾期未付的，{a}可就全部未付款项一并要求{b}支付。'),
          },
        ]
      : []),
    ...scenario.clauses.map(({ kind, text }) => ({
      id: random.uuid(version.draftedAt),
      kind,
      text: say(text),
    })),
  ]
  const last = timeline.dues.at(-1)
  return {
    facts: say(scenario.narrative),
    issues: say(scenario.issues),
    responsibilities: say(scenario.responsibilities),
    clauses,
    performanceManner: payment ? '按第一条约定的方式支付' : '按各条约定自行履行',
    performanceDeadline:
      payment && last ? `${formatChineseDate(last)}前全部履行完毕` : '按各条约定的期限履行',
    performancePlace: town,
    copies: copiesNeeded(parties),
  }
}

const seededDues = (dues: readonly LocalDate[]) => {
  if (dues.length === 0) throw new Error('a drafted agreement has its days of payment')
  return dues
}

function drawPayment(dues: readonly LocalDate[], { parties }: CaseFacts, totalFen: number) {
  const payee = parties.find(({ role }) => role === 'applicant')
  const payer = parties.find(({ role }) => role === 'respondent')
  if (!payee || !payer) throw new Error('a drawn case has two sides')
  const amounts = splitEvenly(totalFen, dues.length)
  const isSmall = totalFen < 200_000
  return {
    payerId: payer.id,
    payeeId: payee.id,
    totalFen,
    method: isSmall ? 'wechat' : 'bankTransfer',
    ...(isSmall ? {} : { account: `${payee.name}，${town}农村商业银行，账号0000000000000000` }),
    instalments: dues.map((dueOn, index) => ({ dueOn, amountFen: amounts[index] ?? 0 })),
  }
}

function writeText(
  write: RowWriter,
  { team }: SeedCase,
  { caseId }: CaseFacts,
  version: SeedVersion,
  id: string,
  content: AgreementContent,
) {
  write.insert(laneOf(version), 'agreements', {
    id,
    case_id: caseId,
    version: version.version,
    status: version.approvedAt ? 'draft' : version.status,
    revision: 2,
    year: null,
    seq: null,
    file_number: null,
    facts: content.facts,
    issues: content.issues,
    responsibilities: content.responsibilities,
    performance_manner: content.performanceManner,
    performance_deadline: content.performanceDeadline,
    performance_place: content.performancePlace,
    copies: content.copies,
    mediator_id: team.mediator.id,
    recorder_name: team.recorder,
    frozen: null,
    frozen_sha256: null,
    approved_by: null,
    approved_at: null,
    effective_on: null,
    created_at: version.draftedAt,
    updated_at: version.updatedAt,
  })
}

function writeClauses(
  write: RowWriter,
  { random }: SeedCase,
  version: SeedVersion,
  agreementId: string,
  clauses: readonly Clause[],
) {
  for (const [index, clause] of clauses.entries()) {
    const { payment } = clause
    write.insert(laneOf(version), 'clauses', {
      id: clause.id,
      agreement_id: agreementId,
      position: index + 1,
      kind: clause.kind,
      text: clause.text,
      payer_id: payment?.payerId ?? null,
      payee_id: payment?.payeeId ?? null,
      total_fen: payment?.totalFen ?? null,
      method: payment?.method ?? '',
      account: payment?.account ?? '',
      offer_id: null,
      term_id: null,
    })
    for (const [position, instalment] of (payment?.instalments ?? []).entries())
      write.insert(laneOf(version), 'instalments', {
        id: random.uuid(version.draftedAt),
        clause_id: clause.id,
        position: position + 1,
        due_on: instalment.dueOn,
        amount_fen: instalment.amountFen,
        method: '',
      })
  }
}

/** Last, since from then on the triggers let nothing change. */
function freeze(
  write: RowWriter,
  { team, body, fileNumber }: SeedCase,
  { parties, title }: CaseFacts,
  version: SeedVersion,
  id: string,
  content: AgreementContent,
) {
  const { approvedAt, approvedOn } = version
  if (!approvedAt || !approvedOn || !fileNumber)
    throw new Error('an approved agreement has its number')
  const frozen: FrozenAgreement = {
    fileNumber: fileNumber.text,
    body,
    content,
    parties: partiesOn(parties, approvedOn),
    mediatorName: team.mediator.name,
    recorderName: team.recorder,
    caseTitle: title,
    approvedOn,
  }
  const text = JSON.stringify(frozen)
  write.update(
    laneOf(version),
    `UPDATE agreements SET status = ?, year = ?, seq = ?, file_number = ?, frozen = ?,
       frozen_sha256 = ?, approved_by = ?, approved_at = ?, effective_on = ? WHERE id = ?`,
    [
      version.status,
      fileNumber.year,
      fileNumber.seq,
      fileNumber.text,
      text,
      createHash('sha256').update(text).digest('hex'),
      team.head.id,
      approvedAt,
      version.isFullySigned ? (version.signedOn ?? null) : null,
      id,
    ],
  )
}

function writeReviews(
  write: RowWriter,
  { random, team }: SeedCase,
  version: SeedVersion,
  id: string,
) {
  for (const { at, by, decision, words } of version.reviews)
    write.insert('papers', 'agreement_reviews', {
      id: random.uuid(at),
      agreement_id: id,
      at,
      actor_id: team[by].id,
      decision,
      words,
      content: null,
    })
}

function writeSigning(
  write: RowWriter,
  { random, team, body, isBrief }: SeedCase,
  { caseId, parties }: CaseFacts,
  version: SeedVersion,
  id: string,
) {
  if (version.printedAt && !isBrief)
    write.insert('papers', 'paper_outputs', {
      id: random.uuid(version.printedAt),
      case_id: caseId,
      form: 'f10',
      object_id: id,
      channel: 'printer',
      copies: copiesNeeded(parties),
      at: version.printedAt,
      actor_id: team.head.id,
    })
  const { signedAt, signedOn } = version
  if (!signedAt || !signedOn) return
  const sign = (
    capacity: 'party' | 'mediator' | 'recorder' | 'body',
    signerName: string,
    manner: readonly ('hand' | 'seal' | 'fingerprint')[],
    partyId: string | null,
  ) =>
    write.insert('papers', 'signatures', {
      id: random.uuid(signedAt),
      agreement_id: id,
      capacity,
      party_id: partyId,
      signer_name: signerName,
      manner: JSON.stringify(manner),
      signed_on: signedOn,
      recorded_by: team.mediator.id,
      recorded_at: signedAt,
    })
  for (const party of version.isFullySigned ? parties : parties.slice(0, 1)) {
    if (party.kind === 'person') sign('party', party.name, ['hand', 'fingerprint'], party.id)
    else sign('party', party.legalRepName ?? party.name, ['seal', 'hand'], party.id)
  }
  if (!version.isFullySigned) return
  sign('mediator', team.mediator.name, ['hand'], null)
  if (!isBrief) sign('recorder', team.recorder, ['hand'], null)
  sign('body', body.sealName, ['seal'], null)
}
