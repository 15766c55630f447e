import { localDateOf } from '../domain/local-date.ts'
import type { OfficeKind } from '../domain/strengthening/offices.ts'
import type { Tx } from '../schema.ts'
import type { SeedCase } from './seed-case.ts'
import { town } from './seed-people.ts'
import type { Random } from './seed-random.ts'
import type { RowWriter } from './seed-writer.ts'

const courtName = `${town}人民法院（练习）`

const made: readonly { kind: OfficeKind; name: string; invitesUs: boolean }[] = [
  { kind: 'court', name: courtName, invitesUs: true },
  { kind: 'commission', name: `${town}劳动人事争议仲裁委员会（练习）`, invitesUs: false },
  { kind: 'inspectorate', name: `${town}劳动保障监察大队（练习）`, invitesUs: false },
]

/** Two or three offices of the made-up place, so that a practice centre can find its court; none where some are. */
export async function seedOffices(tx: Tx, random: Random, now: string, createdBy: string) {
  const known = await tx.selectFrom('offices').select('id').limit(1).executeTakeFirst()
  if (known) return
  for (const { kind, name, invitesUs } of made)
    await tx
      .insertInto('offices')
      .values({
        id: random.uuid(now),
        kind,
        level: 'basic',
        name,
        areas: JSON.stringify([town]),
        address: '',
        phone: '',
        note: '练习用，不是真的机构。',
        invites_us: invitesUs ? 1 : 0,
        removed: 0,
        revision: 1,
        created_by: createdBy,
        created_at: now,
        updated_at: now,
      })
      .execute()
}

/** The application behind a case that waits for its confirmation or has it. */
export function writeApplication(
  write: RowWriter,
  { random, timeline, team }: SeedCase,
  caseId: string,
  agreementId: string,
) {
  const applied = timeline.steps.find(({ kind }) => kind === 'applyForConfirmation')
  if (!applied) return
  const confirmed = timeline.steps.find(({ kind }) => kind === 'confirm')
  const appliedAt = `${applied.at.slice(0, 16)}:00.000Z`
  const decidedOn = confirmed ? localDateOf(confirmed.at) : null
  write.insert('papers', 'strengthenings', {
    id: random.uuid(applied.at),
    case_id: caseId,
    agreement_id: agreementId,
    route: 'judicialConfirmation',
    office_id: null,
    office_name: courtName,
    applied_at: appliedAt,
    amount_fen: null,
    state: confirmed ? 'granted' : 'applied',
    number: '',
    accepted_on: decidedOn,
    served_on: null,
    decided_on: decidedOn,
    reason: '',
    words: '',
    revision: 1,
    created_by: team.mediator.id,
    created_at: applied.at,
    updated_at: confirmed?.at ?? applied.at,
  })
}
