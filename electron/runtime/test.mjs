import { build } from './build.mjs'
import { outcome, runCheck, runStaticChecks, total, unitTests, windowTests } from './checks.mjs'
import { openDisplay } from './display.mjs'
import { reasonOf, runMain } from './failure.mjs'
import { say } from './progress.mjs'
import { provide } from './provide.mjs'

/** @typedef {import('./checks.mjs').Counts} Counts */

/**
 * Everything, ending with one line of counts. With parts of file names (`npm test -- linter`), only the
 * tests of those files.
 */
await runMain(async () => {
  const { passed, failed } = await testAll(process.argv.slice(2)).catch(failedStep)
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
})

/** @param {string[]} filters @returns {Promise<Counts>} */
async function testAll(filters) {
  const { env } = await provide({ papers: true })
  const display = await openDisplay()
  const given = { ...env, ...display.env }
  try {
    if (filters.length > 0) return await runCheck(unitTests(filters), given)
    const counts = [await runStaticChecks(2)]
    const buildFailed = await build(env).then(() => undefined, failedStep)
    counts.push(await runCheck(unitTests(), given))
    counts.push(buildFailed ?? (await runCheck(windowTests, given)))
    return total(counts)
  } finally {
    await display.close()
  }
}

/** @param {unknown} error @returns {Counts} */
function failedStep(error) {
  say(`\n${reasonOf(error)}\n`)
  return outcome(1)
}
