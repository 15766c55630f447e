import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/runner.ts'
import { kyselyOver } from '#db/kysely.ts'
import { openDatabase } from '#db/open.ts'
import { missingConsents } from '#db/domain/session/consent.ts'
import { minutesRecord } from '#db/queries/minutes.ts'
import { listParts } from '#db/queries/session-parts.ts'
import { listAttendees, listEntries } from '#db/queries/sessions.ts'
import { freshFolder, newDek } from '#tests/db/store-fixture.ts'

const now = '2026-11-22T03:15:04.123Z'
const started = '2026-11-20T01:30:00.000Z'
const ended = '2026-11-20T03:00:00.000Z'
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [user, caseId, partyA, partyB, held, open, mediator, expert, stranger, line] = Array.from(
  { length: 10 },
  (_, index) => id(index + 1),
)

type Row = Record<string, string | number | null | undefined>

/** A store of the first version with one held and one open session. */
const firstVersion = async () => {
  const file = join(freshFolder(), 'case.db')
  const connection = openDatabase({ file, dek: newDek(), mode: 'create' })
  onTestFinished(() => connection.close())
  await migrate({ connection, migrations: migrations.slice(0, 1), now })
  const insert = (table: string, row: Row) =>
    connection.run(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')})
       VALUES (${Object.keys(row).map(() => '?')})`,
      Object.values(row).map((value) => value ?? null),
    )
  const times = { created_at: now, updated_at: now }
  insert('users', { id: user, name: '吴调解', role: 'mediator', active: 1, ...times })
  insert('cases', {
    id: caseId,
    year: 2026,
    seq: 1,
    case_number: 'MT-2026-000001',
    status: 'mediating',
    title: '工资纠纷',
    source_code: 'S10',
    type_code: '10.02',
    place: '',
    narrative: '',
    claim: '',
    people_count: 1,
    other_body: 'none',
    other_body_name: '',
    other_body_refers: 0,
    other_side: 'willing',
    scope_doubts: '[]',
    applied_at: now,
    mediator_id: user,
    created_by: user,
    practice: 0,
    ...times,
  })
  for (const [position, party] of [partyA, partyB].entries())
    insert('parties', {
      id: party,
      case_id: caseId,
      position: position + 1,
      kind: 'person',
      role: position === 0 ? 'applicant' : 'respondent',
      name: `当事人${position}`,
    })
  for (const [ordinal, session, endedAt] of [
    [1, held, ended],
    [2, open, null],
  ] as const)
    insert('sessions', {
      id: session,
      case_id: caseId,
      ordinal,
      status: endedAt ? 'ended' : 'open',
      place: '一号调解室',
      is_open: 1,
      mediator_id: user,
      recorder_name: '周窗口',
      started_at: started,
      rights_told_at: started,
      ended_at: endedAt,
      result: endedAt ? 'adjourned' : null,
      result_note: '',
    })
  for (const [position, attendee, capacity, consented] of [
    [1, mediator, 'mediator', 1],
    [2, expert, 'helper', 1],
    [3, stranger, 'helper', 0],
  ] as const)
    insert('attendees', {
      id: attendee,
      session_id: open,
      position,
      capacity,
      name: `参加人${position}`,
      note: '',
      consented,
    })
  insert('entries', {
    id: line,
    session_id: open,
    position: 1,
    attendee_id: expert,
    text: '以前记下的一句。',
    is_key_point: 1,
    removed: 0,
    revision: 3,
    ...times,
  })
  return connection
}

describe('migration 2', () => {
  it('makes one joint part of every session, open while the session is', async () => {
    const connection = await firstVersion()
    await migrate({ connection, migrations, now })
    const db = kyselyOver(connection)
    expect(await listParts(db, held ?? '')).toEqual([
      { id: held, position: 1, kind: 'joint', startedAt: started, endedAt: ended },
    ])
    expect(await listParts(db, open ?? '')).toEqual([
      { id: open, position: 1, kind: 'joint', startedAt: started },
    ])
  })

  it('keeps lines and people as they were, and takes the old tick for the consent of all', async () => {
    const connection = await firstVersion()
    await migrate({ connection, migrations, now })
    const db = kyselyOver(connection)
    expect(await listEntries(db, open ?? '')).toMatchObject([
      { id: line, text: '以前记下的一句。', isKeyPoint: true },
    ])
    expect((await minutesRecord(db, open ?? '')).items).toEqual([
      { id: line, speaker: '参加人2', text: '以前记下的一句。' },
    ])
    const attendees = await listAttendees(db, open ?? '')
    const missing = attendees.map((attendee) =>
      missingConsents(attendee, attendees, [partyA ?? '', partyB ?? '']),
    )
    expect(missing).toEqual([[], [], [partyA, partyB]])
  })

  it('lets one part be open at a time and keeps each for ever', async () => {
    const connection = await firstVersion()
    await migrate({ connection, migrations, now })
    const second = `INSERT INTO session_parts (id, session_id, position, kind, started_at)
      VALUES ('${id(77)}', '${open}', 2, 'pause', '${now}')`
    expect(() => connection.exec(second)).toThrow(/UNIQUE/)
    expect(() => connection.exec('DELETE FROM session_parts')).toThrow(/append-only/)
  })
})
