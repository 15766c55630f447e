import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tryCommand } from './command.mjs'
import { cacheFolder, nodeModule, projectFolder, toolEnv, toolNode } from './paths.mjs'
import { say, seconds, step } from './progress.mjs'

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ name: string, script: string, args: string[], report?: string, count?: (report: any) => Counts }} Check */

/** What needs no test runner: each counts as one. @type {Check[]} */
const staticChecks = [
  { name: 'types', script: nodeModule('typescript', 'bin', 'tsc'), args: ['-b'] },
  { name: 'lint', script: nodeModule('oxlint', 'bin', 'oxlint'), args: ['--deny-warnings'] },
  { name: 'format', script: nodeModule('oxfmt', 'bin', 'oxfmt'), args: ['--check', '.'] },
  { name: 'dead code', script: nodeModule('knip', 'bin', 'knip.js'), args: [] },
]

const shownLines = 150
const vitestReport = join(cacheFolder, 'vitest.json')
const playwrightReport = join(cacheFolder, 'playwright.json')

/** @param {string[]} [filters] parts of file names @returns {Check} */
export const unitTests = (filters = []) => ({
  name: 'tests',
  script: nodeModule('vitest', 'vitest.mjs'),
  args: [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
    ...filters,
  ],
  report: vitestReport,
  count: countVitest,
})

/** @type {Check} */
export const windowTests = {
  name: 'window tests',
  script: nodeModule('@playwright', 'test', 'cli.js'),
  args: ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
  report: playwrightReport,
  count: countPlaywright,
}

/**
 * Runs one check, prints a line with its time, and its output when it fails.
 * @param {Check} check
 * @param {Record<string, string>} [env]
 * @returns {Promise<Counts>}
 */
export async function runCheck(check, env = {}) {
  const begun = Date.now()
  if (check.report) await rm(check.report, { force: true })
  const run = () =>
    tryCommand(toolNode, [check.script, ...check.args], {
      cwd: projectFolder,
      env: {
        ...toolEnv,
        PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        ...env,
      },
    })
  const { code, output } = await (check.count ? step(check.name, run) : run())
  const counts = outcome(code, check.count && (await readCounts(check)))
  const result = check.count ? `${counts.passed} passed, ${counts.failed} failed, ` : ''
  if (counts.failed > 0) say(`\n${shorten(output)}\n`)
  say(`${counts.failed > 0 ? '✗' : '✓'} ${check.name} (${result}${seconds(Date.now() - begun)})`)
  return counts
}

/**
 * The beginning and the end of an output too long to read.
 * @param {string} output
 */
function shorten(output) {
  const lines = output.trimEnd().split('\n')
  if (lines.length <= 2 * shownLines) return lines.join('\n')
  const left = lines.length - 2 * shownLines
  return [
    ...lines.slice(0, shownLines),
    `… ${left} lines left out …`,
    ...lines.slice(-shownLines),
  ].join('\n')
}

/**
 * A runner that ended badly without a failed test has crashed, and one that ended well without a report has
 * tested nothing: each is a failure.
 * @param {number} code
 * @param {Counts | undefined} [tests] undefined for a check that is one by itself
 * @returns {Counts}
 */
export function outcome(code, tests) {
  if (!tests) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const isSilent = tests.failed === 0 && (code !== 0 || tests.passed === 0)
  return isSilent ? { ...tests, failed: 1 } : tests
}

/** @param {Check} check @returns {Promise<Counts>} */
async function readCounts(check) {
  try {
    const report = JSON.parse(await readFile(check.report ?? '', 'utf8'))
    return check.count?.(report) ?? { passed: 0, failed: 0 }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

/**
 * A file that fails outside its tests (it cannot be loaded, a hook throws) counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/**
 * @param {{ stats: { expected: number, flaky: number, unexpected: number }, errors: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
}

/** @param {Counts[]} all @returns {Counts} */
export const total = (all) => ({
  passed: all.reduce((sum, counts) => sum + counts.passed, 0),
  failed: all.reduce((sum, counts) => sum + counts.failed, 0),
})

/**
 * @param {number} atOnce how many run at the same time
 * @returns {Promise<Counts>}
 */
export async function runStaticChecks(atOnce) {
  const waiting = [...staticChecks]
  /** @type {Counts[]} */
  const counts = []
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      counts.push(await runCheck(check))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return total(counts)
}
