/** Something that the reader of the terminal can put right: shown as it is, without a stack. */
export class Failure extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message)
    this.name = 'Failure'
  }
}

/** @param {unknown} error */
export const reasonOf = (error) => (error instanceof Error ? error.message : String(error))

/**
 * Runs a script's main function; a `Failure` ends it with its message, anything else with its stack.
 * @param {() => Promise<number | void>} main resolves with the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) || 0
  } catch (error) {
    const text =
      error instanceof Failure ? error.message : error instanceof Error ? error.stack : error
    process.stderr.write(`\n${text}\n`)
    process.exitCode = 1
  }
}
