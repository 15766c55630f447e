import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { patchBindingGyp, provideSqliteAddon } from '../../electron/runtime/sqlite-addon.mjs'

describe('patchBindingGyp', () => {
  it('changes one word of the package as it is installed', () => {
    const gyp = new URL('../../node_modules/better-sqlite3/binding.gyp', import.meta.url)
    const text = readFileSync(gyp, 'utf8')
    const patched = patchBindingGyp(text)
    expect(patched).toContain("'defines': ['NAPI_EXPERIMENTAL',")
    expect(patched.replace('NAPI_EXPERIMENTAL', 'NAPI_VERSION=10')).toBe(text)
  })

  it('refuses a package that no longer has it', () => {
    expect(() => patchBindingGyp("'defines': []")).toThrow(/has changed/)
  })
})

describe('provideSqliteAddon', () => {
  it("leaves the package's own binary to an Electron with Node-API 10", async () => {
    expect(await provideSqliteAddon({ executable: '/none', major: 36 })).toBeUndefined()
  })
})
