import { isCalcName } from '#db/domain/labour/calc-names.ts'
import { exitCodes, tell, type ExitCode } from './failure.ts'
import { readArguments, usage, type Arguments, type Verb } from './verbs.ts'

type Answer = { output: unknown; exitCode?: ExitCode }
type Run = { [V in Verb]: (given: Arguments<V>, operand: string) => Promise<Answer> }

const caseVerbs = () => import('./case-verbs.ts')
const storeVerbs = () => import('./store-verbs.ts')

async function schemaOf(operand: string): Promise<unknown> {
  const name = operand.replace(/^calc /, '')
  if (isCalcName(name)) return (await import('#contract/calc-inputs.ts')).calcInputSchema(name)
  if (operand === 'deadline') return (await import('./deadline.ts')).deadlineInputSchema()
  if (operand === 'rota') return (await import('./rota-input.ts')).rotaInputSchema()
  return operand === 'agreement'
    ? (await import('./agreement-file.ts')).agreementFileSchema()
    : (await import('./intake-file.ts')).intakeFileSchema()
}

/** Router and documents are loaded only by the verb that needs them: a wrong call is told at once. */
const run: Run = {
  init: async (given) => ({ output: await (await storeVerbs()).init(given) }),
  seed: async (given) => ({ output: await (await storeVerbs()).seed(given) }),
  backup: async (given) => ({ output: await (await storeVerbs()).backup(given) }),
  restore: async (given) => ({ output: await (await storeVerbs()).restore(given) }),
  'import-case': async (given) => ({ output: await (await caseVerbs()).importCase(given) }),
  cases: async (given) => ({ output: await (await caseVerbs()).cases(given) }),
  agreement: async (given) => ({ output: await (await caseVerbs()).agreement(given) }),
  papers: async (given) => ({ output: await (await import('./papers.ts')).papers(given) }),
  'lint-agreement': async (given) => ({
    output: (await import('./lint-agreement.ts')).lintAgreement(given),
  }),
  'read-terms': async (given) => ({
    output: await (await import('./read-terms.ts')).readTerms(given),
  }),
  async calc(_given, operand) {
    const { calc, listCalculators } = await import('./calc.ts')
    return { output: isCalcName(operand) ? await calc(operand) : listCalculators() }
  },
  deadline: async (given) => ({ output: await (await import('./deadline.ts')).deadline(given) }),
  rota: async (given) => ({ output: await (await import('./rota.ts')).rota(given) }),
  schema: async (_given, operand) => ({ output: await schemaOf(operand) }),
  async verify(given) {
    if (given.code !== undefined || given.file !== undefined) {
      const { isProven, verifyPaper } = await import('./verify-paper.ts')
      const proof = await verifyPaper(given)
      return { output: proof, exitCode: isProven(proof) ? exitCodes.done : exitCodes.refused }
    }
    const { verify } = await import('./verify.ts')
    const output = await verify(given)
    return { output, exitCode: output.clean ? exitCodes.done : exitCodes.refused }
  },
}

const asJson = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`

async function main(argv: readonly string[]): Promise<ExitCode> {
  if (argv[0] === '--help' || argv[0] === '-h') {
    process.stdout.write(`${usage().join('\n')}\n`)
    return exitCodes.done
  }
  try {
    const { verb, values, operand } = readArguments(argv)
    const { output, exitCode = exitCodes.done } = await run[verb](values as never, operand)
    process.stdout.write(asJson(output))
    return exitCode
  } catch (error) {
    const { failure, exitCode } = tell(error)
    process.stderr.write(asJson(failure))
    return exitCode
  }
}

process.exitCode = await main(process.argv.slice(2))
