import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from '../../electron/runtime/build.mjs'

let root = ''
const file = (name: string) => join(root, 'source', name)
const print = (major = '45') => fingerprint(root, ['source', 'absent'], major)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tanxin-build-'))
  mkdirSync(file('deep'), { recursive: true })
  writeFileSync(file('one.ts'), 'one')
  writeFileSync(file('deep/two.ts'), 'two')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('fingerprint', () => {
  it('stays the same while no source changes', async () => {
    expect(await print()).toBe(await print())
  })

  it('changes when a file deep inside is touched, added or removed, and with the Electron', async () => {
    const seen = [await print(), await print('33')]
    utimesSync(file('deep/two.ts'), 1, 1)
    seen.push(await print())
    writeFileSync(file('deep/three.ts'), '')
    seen.push(await print())
    rmSync(file('one.ts'))
    seen.push(await print())
    expect(new Set(seen).size).toBe(seen.length)
  })
})
