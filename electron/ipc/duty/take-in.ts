import { checkPin } from '#db/services/lawyer-pin.ts'
import { getSetting } from '#db/queries/settings.ts'
import { findDuty } from '#db/queries/duties.ts'
import { signTrouble } from '#db/domain/duty/sign.ts'
import { writeSign } from '#db/services/duty-signs.ts'
import type { Store } from '#db/store/opened-store.ts'
import type { Signed } from '../context.ts'
import type { Core } from '../core.ts'
import { transact } from '../transact.ts'
import { collect, type Letter } from './mailbox.ts'

/**
 * Writes down the signs that were made while the store was closed, each in a transaction of its own and with its own
 * line in the log, then empties the box. Cut off half way it begins again: what is in the store already is passed over.
 */
export async function takeInMail(core: Core, store: Store, actor: Signed): Promise<void> {
  try {
    const mail = collect(core.dir, await getSetting(store.db, 'dutyMailbox'))
    if (mail.spoilt > 0) core.log('warn', 'duties.mail', { spoilt: mail.spoilt })
    const letters = await unknownOf(store, mail.letters)
    const isRight = await checkedPins(store, letters)
    for (const letter of letters)
      await takeIn(core, store, actor, letter, isRight.get(keyOf(letter)))
    mail.empty()
  } catch (error) {
    core.log('error', 'duties.mail', { thrown: error instanceof Error ? error.name : typeof error })
  }
}

async function unknownOf({ db }: Store, letters: readonly Letter[]): Promise<Letter[]> {
  const ids = letters.map(({ id }) => id)
  const rows = await db.selectFrom('duty_signs').select('id').where('id', 'in', ids).execute()
  const known = new Set(rows.map(({ id }) => id))
  return [...new Map(letters.map((letter) => [letter.id, letter])).values()].filter(
    ({ id }) => !known.has(id),
  )
}

const keyOf = ({ lawyerId, pin }: Letter) => `${lawyerId} ${pin}`
/** A check takes a third of a second and 128 MB on purpose: two at a time, each PIN once. */
const checksAtOnce = 2

async function checkedPins(
  { db }: Store,
  letters: readonly Letter[],
): Promise<Map<string, boolean>> {
  const lawyers = await db.selectFrom('lawyers').select(['id', 'pin']).execute()
  const stored = new Map(lawyers.map(({ id, pin }) => [id, pin]))
  const wanted = [...new Map(letters.map((letter) => [keyOf(letter), letter]))]
  const checked = new Map<string, boolean>()
  for (let at = 0; at < wanted.length; at += checksAtOnce)
    await Promise.all(
      wanted.slice(at, at + checksAtOnce).map(async ([key, { lawyerId, pin }]) => {
        const hash = stored.get(lawyerId)
        if (hash !== undefined) checked.set(key, hash !== null && (await checkPin(pin, hash)))
      }),
    )
  return checked
}

/** `isRight`: the PIN is the stored one; undefined where nobody knows the lawyer. */
async function takeIn(
  core: Core,
  store: Store,
  actor: Signed,
  { id, lawyerId, dutyId, kind, at }: Letter,
  isRight: boolean | undefined,
): Promise<void> {
  if (isRight === undefined) {
    core.log('warn', 'duties.mail', { unknownLawyer: true })
    return
  }
  const now = core.clock.now()
  await transact(store, { at: now, actor, operation: 'duties.sign' }, async (tx) => {
    const found = await findDuty(tx, dutyId)
    const duty = found?.lawyerId === lawyerId ? found : undefined
    const stands = duty !== undefined && signTrouble(duty, kind, at) === undefined
    const sign = { id, duty, lawyerId, kind, at, stands, doubted: !isRight || at > now }
    await writeSign({ tx, actor, now }, { ...sign, source: 'lockScreen' })
    return { output: undefined, object: { kind: 'duty', id: dutyId } }
  })
}
