import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { downloadAddress, isOfficialReachable } from '../../electron/runtime/electron-official.mjs'

const address = 'https://mirror.invalid/v0.0.1/electron-v0.0.1-none.zip'
const hour = 60 * 60_000
let folder = ''
let probes = 0
let isUp = false

const ask = (now: number, at = address) =>
  isOfficialReachable({
    address: at,
    now,
    file: join(folder, 'unreachable.json'),
    probe: async () => {
      probes += 1
      if (!isUp) throw new Error('no route')
    },
  })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tanxin-runtime-'))
  probes = 0
  isUp = false
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('isOfficialReachable', () => {
  it('remembers for a day that the server cannot be reached', async () => {
    expect(await ask(0)).toMatchObject({ ok: false, reason: expect.stringContaining('no route') })
    isUp = true
    expect(await ask(23 * hour)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('remembered'),
    })
    expect(probes).toBe(1)
    expect(await ask(25 * hour)).toEqual({ ok: true })
  })

  it('asks another mirror at once', async () => {
    await ask(0)
    isUp = true
    expect(await ask(1, address.replace('mirror', 'other'))).toEqual({ ok: true })
  })
})

describe('downloadAddress', () => {
  it('honours the mirror of the environment and pins version 45', () => {
    expect(downloadAddress({ ELECTRON_MIRROR: 'https://mirror.invalid/e/' })).toMatch(
      /^https:\/\/mirror\.invalid\/e\/v45\.[\d.]+\/electron-v45\.[\d.]+-/,
    )
  })
})
