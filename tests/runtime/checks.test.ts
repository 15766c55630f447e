import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, outcome } from '../../electron/runtime/checks.mjs'

describe('outcome', () => {
  it('counts a check without tests as one', () => {
    expect(outcome(0)).toEqual({ passed: 1, failed: 0 })
    expect(outcome(2)).toEqual({ passed: 0, failed: 1 })
  })

  it('takes the counts of the tests as they are', () => {
    expect(outcome(0, { passed: 12, failed: 0 })).toEqual({ passed: 12, failed: 0 })
    expect(outcome(1, { passed: 12, failed: 3 })).toEqual({ passed: 12, failed: 3 })
  })

  it('counts a runner that crashed after passing tests as a failure', () => {
    expect(outcome(1, { passed: 12, failed: 0 })).toEqual({ passed: 12, failed: 1 })
  })

  it('counts a runner that ran nothing as a failure, whatever it says', () => {
    expect(outcome(0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 })
  })
})

describe('countVitest', () => {
  it('adds a failure for a file that could not be loaded', () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    }
    expect(countVitest(report)).toEqual({ passed: 2, failed: 2 })
  })
})

describe('countPlaywright', () => {
  it('counts a test that passed on a retry as passed, and an error outside tests as failed', () => {
    const report = {
      stats: { expected: 3, flaky: 1, unexpected: 2 },
      errors: [{ message: 'no tests' }],
    }
    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3 })
  })
})
