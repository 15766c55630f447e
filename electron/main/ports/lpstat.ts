import type { HandOut, PrintTrouble, SystemJob, SystemPrinter } from '#ipc/host.ts'

/** What the commands of CUPS say with LC_ALL=C; in any other language the words differ. */

/** Keywords of IPP (RFC 8011 §5.4.12) without their severity, first the one that people can see at the printer. */
const troublesByKeyword: readonly (readonly [RegExp, PrintTrouble])[] = [
  [/^media-jam/, 'jam'],
  [/^(media-empty|media-needed|input-tray-missing)/, 'paperOut'],
  [/^(cover-open|door-open|interlock-open)/, 'coverOpen'],
  [/^(toner-empty|marker-supply-(empty|missing))/, 'tonerOut'],
  [/^(offline|connecting-to-device|shutdown|timed-out|com\.apple\.print\.recoverable)/, 'offline'],
  [/^(paused|moving-to-paused|stopped-partly|printer-stopped|spool-area-full)/, 'stopped'],
  [/^(cups-(missing|insecure)-filter|cups-held-for-authentication)/, 'refused'],
]

export function troubleOf(keywords: readonly string[]): PrintTrouble | undefined {
  const found = troublesByKeyword.find(([pattern]) => keywords.some((word) => pattern.test(word)))
  return found?.[1]
}

/** Blocks that begin at the margin, with their indented lines. */
function blocksOf(text: string): { head: string; lines: string[] }[] {
  const blocks: { head: string; lines: string[] }[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    if (/^\s/.test(line)) blocks.at(-1)?.lines.push(line.trim())
    else blocks.push({ head: line, lines: [] })
  }
  return blocks
}

const valueOf = (lines: readonly string[], label: string): string | undefined => {
  const line = lines.find((each) => each.startsWith(label))
  return line?.slice(label.length).trim()
}

const keywordsOf = (lines: readonly string[]): string[] =>
  (valueOf(lines, 'Alerts:') ?? '').split(/[\s,]+/).filter((word) => word !== '' && word !== 'none')

const stateOf = (head: string): SystemPrinter['state'] => {
  if (/ is idle\./.test(head)) return 'ready'
  if (/ now printing /.test(head)) return 'printing'
  if (/ disabled since /.test(head)) return 'stopped'
  return 'unknown'
}

/** From `lpstat -l -p`. */
export function parsePrinters(text: string): Omit<SystemPrinter, 'isDefault'>[] {
  return blocksOf(text).flatMap(({ head, lines }) => {
    const name = /^printer (\S+) /.exec(head)?.[1]
    if (name === undefined) return []
    const state = stateOf(head)
    const trouble = troubleOf(keywordsOf(lines)) ?? (state === 'stopped' ? 'stopped' : undefined)
    return [
      { name, label: valueOf(lines, 'Description:') || name, state, ...(trouble && { trouble }) },
    ]
  })
}

/** From `lpstat -a`: printers that take nothing at present. */
export const parseRefusing = (text: string): string[] =>
  blocksOf(text).flatMap(({ head }) => /^(\S+) not accepting requests/.exec(head)?.[1] ?? [])

/** From `lpstat -d`. */
export const parseDefault = (text: string): string | undefined =>
  /^system default destination: (\S+)/m.exec(text)?.[1]

/** Bit of `printer-type` for two sides, from `lpoptions -p`; undefined when it does not say. */
const duplexBit = 0x10

export function parseDuplex(text: string): boolean | undefined {
  const type = /(?:^|\s)printer-type=(\d+)/.exec(text)?.[1]
  return type === undefined ? undefined : (Number(type) & duplexBit) !== 0
}

export type ListedJob = {
  job: string
  keywords: string[]
  /** Last word of the printer about it; undefined when it never began to print. */
  status: string | undefined
}

/** From `lpstat -l -o`. */
export const parseJobs = (text: string): ListedJob[] =>
  blocksOf(text).flatMap(({ head, lines }) => {
    const job = /^(\S+-\d+)\s/.exec(head)?.[1]
    return job === undefined
      ? []
      : [{ job, keywords: keywordsOf(lines), status: valueOf(lines, 'Status:') }]
  })

const failures =
  /^(job-)?(aborted-by-system|job-completed-with-errors|document-format-error|unsupported-document-format)/
const cancels = /^job-canceled-/

/** A job that CUPS still has; a filter that failed leaves it there, stopped for good. */
export function stateWhileHeld(
  { keywords }: ListedJob,
  ofPrinter: PrintTrouble | undefined,
): SystemJob {
  if (keywords.some((word) => failures.test(word))) return { state: 'failed', trouble: 'failed' }
  const trouble = troubleOf(keywords) ?? ofPrinter
  return { state: 'waiting', ...(trouble && { trouble }) }
}

/**
 * A job that CUPS is done with. Undefined when the words leave it open: CUPS says `processing-to-stop-point` of jobs
 * that were printed, and for a moment of those that are being cancelled.
 */
export function stateWhenDone({ keywords, status }: ListedJob): SystemJob | undefined {
  if (keywords.some((word) => cancels.test(word))) return { state: 'cancelled' }
  if (keywords.some((word) => failures.test(word))) return { state: 'failed', trouble: 'failed' }
  if (keywords.includes('processing-to-stop-point'))
    return status === undefined ? { state: 'cancelled' } : undefined
  return { state: 'printed' }
}

/** From what `lp` says. */
export const parseRequestId = (text: string): string | undefined =>
  /request id is (\S+-\d+)/.exec(text)?.[1]

/** Why `lp` took nothing. */
export function refusalOf(message: string): Extract<HandOut, { taken: false }> {
  const detail = message.trim().split('\n').at(-1) ?? ''
  if (/does not exist/i.test(message)) return { taken: false, trouble: 'noPrinter', detail }
  if (/not accepting/i.test(message)) return { taken: false, trouble: 'refused', detail }
  return { taken: false, trouble: 'failed', detail }
}
