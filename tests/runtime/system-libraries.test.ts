import { describe, expect, it } from 'vitest'
import { provideSystemLibraries } from '../../electron/runtime/system-libraries.mjs'

const machine = (present: string[], differences: { isRoot?: boolean; apt?: boolean } = {}) => {
  const there = new Set(present)
  const installed: string[][] = []
  return {
    installed,
    isLinux: true,
    isRoot: differences.isRoot ?? true,
    has: (need: { package: string }) => there.has(need.package),
    findCommand: () => (differences.apt === false ? undefined : '/usr/bin/apt-get'),
    install: async (packages: string[]) => {
      installed.push(packages)
      if (!packages.includes('xauth')) for (const name of packages) there.add(name)
    },
  }
}

describe('provideSystemLibraries', () => {
  it('installs only what is missing, in one go', async () => {
    const debian = machine(['make', 'unzip'])
    await provideSystemLibraries(['unpack', 'compile', 'pack'], debian)
    expect(debian.installed).toEqual([['python3', 'g++', 'zip']])
  })

  it('does nothing when all is there', async () => {
    const debian = machine(['unzip'])
    await provideSystemLibraries(['unpack'], debian)
    expect(debian.installed).toEqual([])
  })

  it('gives an ordinary user the one line to run', async () => {
    const debian = machine(['python3', 'make'], { isRoot: false })
    await expect(provideSystemLibraries(['compile'], debian)).rejects.toThrow(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends g++',
    )
    expect(debian.installed).toEqual([])
  })

  it('names the packages where there is no apt', async () => {
    await expect(provideSystemLibraries(['pack'], machine([], { apt: false }))).rejects.toThrow(
      /zip/,
    )
  })

  it('says what is still missing after an installation', async () => {
    await expect(provideSystemLibraries(['display'], machine(['xvfb']))).rejects.toThrow(
      /still.*xauth/,
    )
  })
})
