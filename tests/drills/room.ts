import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { listSignInNames, unlockStore } from '#db/store/store.ts'
import { storeChecks } from '#db/store-checks.ts'
import { verifyStore } from '#db/verify.ts'
import { wageForm } from '#tests/support/wage-case.ts'
import { commandLine, onLine } from '../../electron/cli/session.ts'

export type Room = {
  data: string
  rehearsal: string
  store: string
  mediator: string
  password: string
  sessionId: string
}

const password = 'clean-paper-1'
const mediator = '吴美兰'

/** A store with one open session in which rights were told, made through the app's own router. */
export async function openRoom(folder: string): Promise<Room> {
  const data = join(folder, 'data')
  const rehearsal = join(folder, 'rehearsal')
  const store = join(data, 'store')
  await mkdir(join(rehearsal, 'open'), { recursive: true })
  await mkdir(data, { recursive: true })
  const sessionId = await onLine(commandLine(store), async ({ client }) => {
    await client.store.create({
      body: {
        fullName: '织里镇人民调解委员会',
        shortName: '织人调',
        sealName: '织里镇人民调解委员会',
        address: '',
        phone: '',
        region: '',
        letterhead: '',
        committeeKind: 'town',
      },
      userName: '沈主任',
      password,
      practice: true,
    })
    const { id: mediatorId } = await client.users.create({
      name: mediator,
      role: 'mediator',
      password,
    })
    const { caseId } = await client.intake.submit({ form: wageForm() })
    await client.cases.assign({ caseId, mediatorId })
    const { partyRecords } = await client.cases.get({ id: caseId })
    const { id } = await client.sessions.start({
      caseId,
      place: '一号调解室',
      isOpen: true,
      recorderName: mediator,
      attendees: [
        { capacity: 'mediator', name: mediator, note: '', consented: true },
        ...partyRecords.map((party) => ({
          capacity: 'party' as const,
          partyId: party.id,
          name: party.name,
          note: '',
          consented: true,
        })),
      ],
    })
    await client.sessions.tellRights({ sessionId: id })
    return id
  })
  const room = { data, rehearsal, store, mediator, password, sessionId }
  await sitDown(room)
  return room
}

/** The mediator has been writing: the app then comes back to the room by itself. */
async function sitDown(room: Room): Promise<void> {
  await onLine(commandLine(room.store), async ({ client }) => {
    const { people } = await client.store.state({})
    const userId = people.find(({ name }) => name === room.mediator)?.userId ?? ''
    await client.store.signIn({ userId, password })
    const { attendees } = await client.sessions.get({ id: room.sessionId })
    const entryId = uuid()
    await client.sessions.saveEntries({
      sessionId: room.sessionId,
      entries: [
        {
          id: entryId,
          position: 1,
          attendeeId: attendees[0]?.id ?? '',
          text: '',
          isKeyPoint: false,
          removed: false,
        },
      ],
      cursor: { entryId, caret: 0 },
    })
  })
}

/** All that the store kept of the session, after its integrity and its log were found whole. */
export async function readRoom({ store, mediator: name, sessionId }: Room): Promise<string> {
  const person = listSignInNames(store).find(({ userName }) => userName === name)
  if (!person) throw new Error(`${name} has no key`)
  const opened = await unlockStore({ dir: store, userId: person.userId, password })
  try {
    // A killed app may not have renewed the anchor; records that the anchor knew must be there.
    const report = await verifyStore({
      connection: opened.connection,
      auditKey: opened.secrets.keys['audit-mac'],
      alarm: opened.alarm,
      checks: storeChecks,
    })
    if (!report.ok) throw new Error(`the store is damaged: ${JSON.stringify(report.findings)}`)
    const rows = await opened.db
      .selectFrom('entries')
      .select('text')
      .where('session_id', '=', sessionId)
      .where('removed', '=', 0)
      .orderBy('position')
      .execute()
    return rows.map(({ text }) => text).join('')
  } finally {
    await opened.close()
  }
}
