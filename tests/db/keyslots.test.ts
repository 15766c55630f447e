import fc from 'fast-check'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generationPaths } from '#db/store/generations.ts'
import { healKeyslots, readKeyslots, writeKeyslots } from '#db/store/keyslot-file.ts'
import {
  assertKeyFits,
  describePasswordSlot,
  newKeyslots,
  openWithPassword,
  openWithRecoveryKey,
  passwordSlots,
  putPasswordSlot,
  removePasswordSlot,
  renewRecoverySlot,
  type KeyslotDocument,
} from '#db/store/keyslots.ts'
import { cheapCost, flipBit, freshFolder, newDek } from './store-fixture.ts'

const head = { userId: 'u-head', userName: '林主任', role: 'head' }
const desk = { userId: 'u-desk', userName: '周登记', role: 'receptionist' }

const documentOf = async (dek: Buffer) => {
  const empty = newKeyslots(dek, cheapCost)
  const one = await putPasswordSlot(empty, dek, head, '主任的口令', cheapCost)
  const two = await putPasswordSlot(one, dek, desk, '窗口的口令', cheapCost)
  return renewRecoverySlot(two, dek)
}

const edited = (document: KeyslotDocument, role: string): KeyslotDocument => ({
  ...document,
  slots: document.slots.map((slot) => (slot.kind === 'password' ? { ...slot, role } : slot)),
})

describe('openWithPassword', () => {
  it('gives each user the data key for their own password only', async () => {
    const dek = newDek()
    const { document } = await documentOf(dek)
    expect(await openWithPassword(document, 'u-head', '主任的口令')).toEqual(dek)
    expect(await openWithPassword(document, 'u-desk', '窗口的口令')).toEqual(dek)
    for (const [user, word] of [
      ['u-head', '窗口的口令'],
      ['u-head', ''],
      ['u-none', '主任的口令'],
    ] as const) {
      await expect(openWithPassword(document, user, word)).rejects.toMatchObject({
        code: 'store.wrong-password',
      })
    }
  })

  it('takes the same password typed in full width', async () => {
    const dek = newDek()
    const document = await putPasswordSlot(
      newKeyslots(dek, cheapCost),
      dek,
      head,
      'ａｂｃ１',
      cheapCost,
    )
    expect(await openWithPassword(document, 'u-head', 'abc1')).toEqual(dek)
  })

  it('tells an edited document from a wrong password', async () => {
    const { document } = await documentOf(newDek())
    const promoted = edited(document, 'administrator')
    await expect(openWithPassword(promoted, 'u-desk', '窗口的口令')).rejects.toMatchObject({
      code: 'store.damaged',
      details: { part: 'keyslots' },
    })
  })

  it('refuses a slot moved to another user or another store', async () => {
    const dek = newDek()
    const { document } = await documentOf(dek)
    const [first, second] = passwordSlots(document)
    if (!first || !second) throw new Error('two slots')
    const swapped = { ...document, slots: [{ ...second, userId: first.userId }] }
    await expect(openWithPassword(swapped, 'u-head', '窗口的口令')).rejects.toMatchObject({
      code: 'store.wrong-password',
    })
    const moved = { ...newKeyslots(dek, cheapCost), slots: document.slots }
    await expect(openWithPassword(moved, 'u-head', '主任的口令')).rejects.toMatchObject({
      code: 'store.wrong-password',
    })
  })
})

describe('putPasswordSlot', () => {
  it('replaces the password of a known user and leaves the data key alone', async () => {
    const dek = newDek()
    const { document } = await documentOf(dek)
    const changed = await putPasswordSlot(document, dek, head, '新的口令', cheapCost)
    expect(await openWithPassword(changed, 'u-head', '新的口令')).toEqual(dek)
    await expect(openWithPassword(changed, 'u-head', '主任的口令')).rejects.toThrow()
    expect(passwordSlots(changed)).toHaveLength(2)
  })
})

describe('describePasswordSlot', () => {
  it('changes name and role without the password', async () => {
    const dek = newDek()
    const { document } = await documentOf(dek)
    const renamed = describePasswordSlot(document, dek, { ...desk, role: 'mediator' })
    expect(await openWithPassword(renamed, 'u-desk', '窗口的口令')).toEqual(dek)
    expect(passwordSlots(renamed).find((slot) => slot.userId === 'u-desk')?.role).toBe('mediator')
  })
})

describe('removePasswordSlot', () => {
  it('refuses to remove the last one', async () => {
    const dek = newDek()
    const { document } = await documentOf(dek)
    const one = removePasswordSlot(document, dek, 'u-desk')
    await expect(openWithPassword(one, 'u-desk', '窗口的口令')).rejects.toThrow()
    expect(() => removePasswordSlot(one, dek, 'u-head')).toThrow('store.last-slot')
    expect(() => removePasswordSlot(one, dek, 'u-desk')).toThrow('store.no-such-user')
  })
})

describe('openWithRecoveryKey', () => {
  it('opens with the printed key and tells a mistyped one from another one', async () => {
    const dek = newDek()
    const { document, recoveryKey } = await documentOf(dek)
    expect(openWithRecoveryKey(document, recoveryKey.toLowerCase())).toEqual(dek)
    const wrongFirst = recoveryKey.startsWith('A') ? 'B' : 'A'
    const mistyped = wrongFirst + recoveryKey.slice(1)
    expect(() => openWithRecoveryKey(document, mistyped)).toThrow('store.recovery-key-mistyped')
    const { recoveryKey: other } = await documentOf(dek)
    expect(() => openWithRecoveryKey(document, other)).toThrow('store.wrong-recovery-key')
  })

  it('voids the old key when a new one is made', async () => {
    const dek = newDek()
    const { document, recoveryKey } = await documentOf(dek)
    const renewed = renewRecoverySlot(document, dek)
    expect(openWithRecoveryKey(renewed.document, renewed.recoveryKey)).toEqual(dek)
    expect(() => openWithRecoveryKey(renewed.document, recoveryKey)).toThrow(
      'store.wrong-recovery-key',
    )
  })
})

describe('readKeyslots', () => {
  const written = async () => {
    const dek = newDek()
    const { document } = await documentOf(dek)
    const paths = generationPaths(freshFolder())
    writeKeyslots(paths, document)
    return { dek, document, paths }
  }

  it('takes the copy when the first file is damaged or gone, and heals both', async () => {
    const { document, paths } = await written()
    flipBit(paths.keys, 300)
    expect(readKeyslots(paths)).toEqual(document)
    rmSync(paths.keys)
    expect(readKeyslots(paths)).toEqual(document)
    healKeyslots(paths, document)
    expect(readFileSync(paths.keys, 'utf8')).toBe(readFileSync(paths.keysCopy, 'utf8'))
  })

  it('reports damage, not a wrong password, and overwrites nothing', async () => {
    const { paths } = await written()
    writeFileSync(paths.keys, '{}')
    writeFileSync(paths.keysCopy, 'x')
    expect(() => readKeyslots(paths)).toThrow('store.damaged')
    expect(readFileSync(paths.keys, 'utf8')).toBe('{}')
    expect(readFileSync(paths.keysCopy, 'utf8')).toBe('x')
  })

  it('accepts no single changed bit', async () => {
    const { dek, document, paths } = await written()
    const sound = readFileSync(paths.keys)
    rmSync(paths.keysCopy)
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(7), (at, bit) => {
        writeFileSync(paths.keys, sound)
        flipBit(paths.keys, at, bit)
        const accepted = (() => {
          try {
            const read = readKeyslots(paths)
            assertKeyFits(read, dek)
            return read
          } catch {
            return undefined
          }
        })()
        // White space between fields may change without changing what is said.
        if (accepted) expect(accepted).toEqual(document)
      }),
      { numRuns: 400 },
    )
  })
})
