import { describe, expect, it } from 'vitest'
import { isLeftOut } from '../../electron/packaging/contents.mjs'

const target = { platform: 'linux', arch: 'x64' }

describe('isLeftOut', () => {
  it.each([
    '',
    '/package.json',
    '/out',
    '/out/main/index.js',
    '/out/main/rota-worker.js',
    '/node_modules/highs/build/highs.wasm',
    '/node_modules/better-sqlite3/lib/index.js',
    '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ])('packs %j', (path) => {
    expect(isLeftOut(path, target)).toBe(false)
  })

  it.each([
    '/db/open.ts',
    '/resources/law/holidays.json',
    '/tests/db/open.test.ts',
    '/outside/secret.txt',
    '/.cache/electron-33.2.1/electron',
    '/.git/config',
    '/out/first-screen.png',
    '/out/main/index.js.map',
    '/node_modules/.bin/vite',
    '/node_modules/better-sqlite3/deps/sqlite3.gyp',
    '/node_modules/better-sqlite3/prebuilds/win32-x64.node',
    '/node_modules/better-sqlite3/prebuilds/linuxmusl-x64.node',
  ])('leaves out %j', (path) => {
    expect(isLeftOut(path, target)).toBe(true)
  })
})
