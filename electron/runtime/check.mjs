import { runCheck, runStaticChecks, total, unitTests } from './checks.mjs'
import { runMain } from './failure.mjs'
import { say, seconds } from './progress.mjs'

/** Under a minute while one works: the command line's tests derive real keys and wait for `npm test`. */
const quick = ['--exclude', 'tests/cli/**']

await runMain(async () => {
  const begun = Date.now()
  const counts = await Promise.all([
    runStaticChecks(1),
    runCheck(unitTests([...quick, ...process.argv.slice(2)])),
  ])
  const { passed, failed } = total(counts)
  say(`${passed} passed, ${failed} failed (${seconds(Date.now() - begun)})`)
  return failed > 0 ? 1 : 0
})
