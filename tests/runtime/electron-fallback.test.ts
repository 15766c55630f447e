import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fallback, provideFallbackElectron } from '../../electron/runtime/electron-fallback.mjs'

const content = 'the archive as it was published'
const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`

let downloads = ''
let done: string[] = []

const provide = (published: string, unpack?: () => Promise<void>) =>
  provideFallbackElectron({
    downloads,
    integrity,
    folder: join(downloads, 'electron'),
    steps: {
      fetch: async (into) => {
        done.push('fetch')
        writeFileSync(join(into, fallback.archive), published)
      },
      unpack: async (_archive, into) => {
        done.push('unpack')
        await unpack?.()
        writeFileSync(join(into, 'electron'), 'executable')
      },
      prepare: async () => void done.push('prepare'),
    },
  })

beforeEach(() => {
  downloads = mkdtempSync(join(tmpdir(), 'tanxin-runtime-'))
  done = []
})
afterEach(() => rmSync(downloads, { recursive: true }))

describe('provideFallbackElectron', () => {
  it('fetches, unpacks and prepares a runtime that names its version', async () => {
    const folder = await provide(content)
    expect(done).toEqual(['fetch', 'unpack', 'prepare'])
    expect(readFileSync(join(folder, 'version'), 'utf8')).toBe(fallback.electronVersion)
    expect(readdirSync(downloads)).toEqual(['electron'])
  })

  it('does nothing when the runtime is there', async () => {
    await provide(content)
    done = []
    await provide(content)
    expect(done).toEqual([])
  })

  it('refuses a tampered archive before anything of it is unpacked, and removes it', async () => {
    await expect(provide(`${content}!`)).rejects.toThrow(/is not what it should be/)
    expect(done).toEqual(['fetch'])
    expect(readdirSync(downloads)).toEqual([])
  })

  it('checks an archive laid by hand into the cache as well', async () => {
    writeFileSync(join(downloads, fallback.archive), 'something else')
    await expect(provide(content)).rejects.toThrow(/is not what it should be/)
    expect(done).toEqual([])
    writeFileSync(join(downloads, fallback.archive), content)
    await provide(content)
    expect(done).toEqual(['unpack', 'prepare'])
  })

  it('leaves no half-made runtime behind, and keeps the good archive for the next try', async () => {
    const full = () => Promise.reject(new Error('disk full'))
    await expect(provide(content, full)).rejects.toThrow('disk full')
    expect(existsSync(join(downloads, 'electron'))).toBe(false)
    expect(readdirSync(downloads)).toEqual([fallback.archive])
  })
})
