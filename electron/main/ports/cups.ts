import { execFile } from 'node:child_process'
import type { HandOut, PrintRequest, SystemJob, SystemPrinter } from '#ipc/host.ts'
import {
  parseDefault,
  parseDuplex,
  parseJobs,
  parsePrinters,
  parseRefusing,
  parseRequestId,
  refusalOf,
  stateWhenDone,
  stateWhileHeld,
  type ListedJob,
} from './lpstat.ts'
import { systemTitle, type Printing } from './printing.ts'
import { withPrivateFile } from './private-file.ts'

/** `cut`: the command did not end in time and was killed; what it did by then nobody knows. */
type Said = { ok: boolean; missing: boolean; cut: boolean; out: string; err: string }

const longestMs = 30_000
const largestOutput = 16 * 1024 * 1024

/** The words are read, so they must be those of no country. */
const run = (command: string, args: readonly string[]): Promise<Said> =>
  new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C', LANG: 'C', LANGUAGE: 'C' }
    const options = { env, timeout: longestMs, maxBuffer: largestOutput, encoding: 'utf8' } as const
    execFile(command, args, options, (error, out, err) => {
      const missing = error?.code === 'ENOENT'
      resolve({ ok: error === null, missing, cut: error?.killed === true, out, err })
    })
  })

const cupsSides = { one: 'one-sided', long: 'two-sided-long-edge', short: 'two-sided-short-edge' }

const doubtPauseMs = 700
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A printer that is known and does nothing is not the same as a printing service that is switched off. */
const isServing = async () => / is running/.test((await run('lpstat', ['-r'])).out)

async function printers(): Promise<SystemPrinter[]> {
  const [all, accepting, usual] = await Promise.all([
    run('lpstat', ['-l', '-p']),
    run('lpstat', ['-a']),
    run('lpstat', ['-d']),
  ])
  const isDefault = parseDefault(usual.out)
  const refusing = new Set(parseRefusing(accepting.out))
  return Promise.all(
    parsePrinters(all.out).map(async (printer) => ({
      ...printer,
      isDefault: printer.name === isDefault,
      ...(refusing.has(printer.name) && !printer.trouble ? { trouble: 'refused' as const } : {}),
      duplex: parseDuplex((await run('lpoptions', ['-p', printer.name])).out),
    })),
  )
}

async function submit(file: string, request: PrintRequest): Promise<HandOut> {
  const said = await run('lp', [
    '-d',
    request.printer,
    '-n',
    String(request.copies),
    '-o',
    `sides=${cupsSides[request.sides]}`,
    '-o',
    // Each copy whole: a dossier is not sorted by hand.
    'collate=true',
    '-o',
    'media=A4',
    '-t',
    systemTitle(request.title),
    '--',
    file,
  ])
  if (said.missing) return { taken: false, trouble: 'noPrinter' }
  const systemJob = parseRequestId(said.out)
  if (said.ok && systemJob !== undefined) return { taken: true, systemJob }
  // Taken, perhaps, under a number that nobody read: sent again by itself it might come out twice.
  if (said.ok || said.cut) return { taken: false, trouble: 'unsure' }
  return refusalOf(said.err)
}

const listJobs = (which: 'not-completed' | 'completed', printer: string) =>
  run('lpstat', ['-W', which, '-l', '-o', printer])

async function findDone(printer: string, job: string): Promise<ListedJob | undefined> {
  const { out } = await listJobs('completed', printer)
  return parseJobs(out).find((each) => each.job === job)
}

async function systemJob(printer: string, job: string): Promise<SystemJob> {
  const held = await listJobs('not-completed', printer)
  if (!held.ok)
    return (await isServing())
      ? { state: 'failed', trouble: 'noPrinter' }
      : { state: 'waiting', trouble: 'stopped' }
  const found = parseJobs(held.out).find((each) => each.job === job)
  if (found) {
    const [state] = parsePrinters((await run('lpstat', ['-l', '-p', printer])).out)
    return stateWhileHeld(found, state?.trouble)
  }
  const done = await findDone(printer, job)
  if (!done) return { state: 'unknown' }
  const state = stateWhenDone(done)
  if (state) return state
  await pause(doubtPauseMs)
  const again = await findDone(printer, job)
  return (again && stateWhenDone(again)) ?? { state: 'printed' }
}

/**
 * The printers of CUPS by its own commands; a machine without them has none.
 * @param folder for the file that `lp` reads; it copies the pages before it answers
 */
export const cupsPrinting = (folder: string): Printing => ({
  printers,
  handOut: (request) =>
    withPrivateFile(folder, { name: 'paper.pdf', bytes: request.pdf }, (file) =>
      submit(file, request),
    ),
  systemJob,
  async cancelSystemJob(_printer, job) {
    await run('cancel', [job])
  },
})
