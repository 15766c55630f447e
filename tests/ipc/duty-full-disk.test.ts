import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tryPin } from '#ipc/duty/pin-tries.ts'
import type { writeSmallFile } from '#db/store/small-file.ts'
import { openDutyCentre } from '#tests/support/duty-centre.ts'
import type { RotaCentre } from '#tests/support/rota-centre.ts'

const disk = vi.hoisted(() => ({ full: '' }))
type SmallFile = { writeSmallFile: typeof writeSmallFile }
vi.mock('#db/store/small-file.ts', async (original) => {
  const real = await original<SmallFile>()
  return {
    ...real,
    writeSmallFile(...[file, content]: Parameters<typeof writeSmallFile>) {
      if (disk.full !== '' && file.includes(disk.full))
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      real.writeSmallFile(file, content)
    },
  }
})

let centre: RotaCentre
beforeEach(async () => {
  centre = await openDutyCentre()
})
afterEach(async () => {
  disk.full = ''
  await centre.close()
})

describe('a full disk', () => {
  it('leaves no names beside the store once the centre does not want them there', async () => {
    const { head } = centre.as
    const { settings } = await head.desks.all({})
    const file = join(centre.core.dir, 'duty-copy.json')
    disk.full = 'duty-copy.json'
    await head.desks.saveSettings(settings)
    expect(existsSync(file)).toBe(true)
    await head.desks.saveSettings({ ...settings, lockScreen: false })
    expect(existsSync(file)).toBe(false)
  })

  it('does not forget how often a PIN was wrong', async () => {
    disk.full = 'duty-tries.json'
    const wrong = () => tryPin(centre.core, 'somebody', () => Promise.resolve(false))
    for (let time = 0; time < 5; time += 1) await expect(wrong()).rejects.toThrow('wrongPin')
    await expect(wrong()).rejects.toThrow('pinLocked')
  })
})
