import { runCheck, runStaticChecks, total, unitTests } from './checks.mjs'
import { runMain } from './failure.mjs'
import { say, seconds } from './progress.mjs'

await runMain(async () => {
  const begun = Date.now()
  const counts = await Promise.all([runStaticChecks(1), runCheck(unitTests(process.argv.slice(2)))])
  const { passed, failed } = total(counts)
  say(`${passed} passed, ${failed} failed (${seconds(Date.now() - begun)})`)
  return failed > 0 ? 1 : 0
})
