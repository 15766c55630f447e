import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { leadTo, leaveOthersPage } from '../../renderer/features/store/others-page.ts'

let address: string | undefined

beforeEach(() => {
  address = undefined
  vi.stubGlobal('history', {
    replaceState: (_state: unknown, _title: string, to: string) => {
      address = to
    },
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('leaveOthersPage', () => {
  it('brings the same person back to the page that was left, and another one to the first', () => {
    leaveOthersPage('sun')
    address = undefined
    leaveOthersPage('sun')
    expect(address).toBeUndefined()
    leaveOthersPage('head')
    expect(address).toBe('#/')
  })

  it('leads once to what was chosen before signing in, whoever was here before', () => {
    leadTo({ to: 'myShifts', step: 'swap' })
    leaveOthersPage('sun')
    expect(address).toBe('#/my-shifts?step=swap')
    address = undefined
    leaveOthersPage('sun')
    expect(address).toBeUndefined()
  })
})
