import { mayReadContent } from '#db/domain/access/case-access.ts'
import { paperCode, readPaperCode, type PaperCodeReason } from '#db/domain/paper-code.ts'
import { findAgreementRow } from '#db/queries/agreements.ts'
import { minutesDigest } from '#db/queries/digests.ts'
import { findPaperByDigest, type CodedPaper } from '#db/queries/papers-by-code.ts'
import { listScreenSignatures } from '#db/queries/screen-signatures.ts'
import { findSession } from '#db/queries/sessions.ts'
import { listSignatureRecords } from '#db/queries/signatures.ts'
import type { Store } from '#db/store/opened-store.ts'
import { getCase } from '#db/services/case-access.ts'
import { chainOf, type Chain } from '#db/services/vouching.ts'
import { finalMarks } from '#documents/paper-context.ts'
import { codeLabel, codeText, markLine, paperText } from '#documents/paper-text.ts'
import type { Paper } from '#documents/paper.ts'
import { agreementOf, minutesOf } from '#ipc/case-papers.ts'
import { caseNumberOf } from '#ipc/volume/printable.ts'
import { Refusal, UsageError } from './failure.ts'
import { differencesIn, type Difference } from './paper-differences.ts'
import { readPaperFile, withoutWhite, type PaperFile } from './paper-file.ts'
import { signedIn, type CommandLine } from './session.ts'
import type { Arguments } from './verbs.ts'

type NotFound = {
  found: false
  why: 'mistyped' | 'unknown' | 'noCode'
  code?: string
  detail?: PaperCodeReason
}
type Found = {
  found: true
  kind: 'agreement' | 'minutes'
  id: string
  caseId: string
  caseNumber: string
  sha256: string
  code: string
  chain: Chain
  status: string
  fileNumber?: string
  version?: number
  ordinal?: number
  approvedAt?: string
  /** When the last signature was recorded; absent while one is missing. */
  signedAt?: string
  effectiveOn?: string
  endedAt?: string
  signatures?: { signerName: string; capacity: string; manner: string[]; flags?: string[] }[]
}
export type Verified = (NotFound | Found) & { unchanged?: boolean; differences?: Difference[] }

/** Proves a printed or exported paper by the code at its foot, and a file of it word by word. */
export async function verifyPaper(given: Arguments<'verify'>): Promise<Verified> {
  const file = given.file === undefined ? undefined : await readPaperFile(given.file)
  const typed = given.code ?? (file && codeIn(file))
  if (typed === undefined && file === undefined)
    throw new UsageError('cli.usage', '--code or --file is missing')
  if (typed === undefined) return { found: false, why: 'noCode' }
  const read = readPaperCode(typed)
  if (!read.ok) return { found: false, why: 'mistyped', code: typed, detail: read.reason }
  return signedIn({ store: given.store, user: given.user }, async (line) => {
    const { core, connection } = line
    if (!core.store || !connection.actor) throw new Refusal({ code: 'users.notSignedIn' })
    const paper = await findPaperByDigest(core.store.db, read.sha256Prefix)
    if (!paper) return { found: false, why: 'unknown', code: read.code }
    await getCase(core.store.db, connection.actor, paper.caseId, mayReadContent)
    const record = await recordOf(core.store, paper)
    return file === undefined ? record : { ...record, ...(await compared(line, paper, file)) }
  })
}

/** Done, unless the paper is unknown, is not what the file says, or is not what the log vouches for. */
export const isProven = (verified: Verified): boolean =>
  verified.found &&
  verified.unchanged !== false &&
  (verified.chain === 'vouched' || verified.chain === 'notInLog')

const codeIn = ({ feet }: PaperFile): string | undefined => {
  const pattern = new RegExp(`${codeLabel}([0-9A-Z-]+)`, 'u')
  return feet.map((foot) => pattern.exec(foot)?.[1]).find((code) => code !== undefined)
}

async function recordOf(store: Store, paper: CodedPaper): Promise<Found> {
  const chain = await chainOf(store, paper)
  return paper.kind === 'agreement'
    ? agreementRecord(store, paper, chain)
    : minutesRecord(store, paper, chain)
}

async function agreementRecord({ db }: Store, paper: CodedPaper, chain: Chain): Promise<Found> {
  const row = await findAgreementRow(db, paper.id)
  if (!row || row.frozen_sha256 === null) throw new Refusal({ code: 'agreements.notFound' })
  const signatures = await listSignatureRecords(db, paper.id)
  const last = await db
    .selectFrom('signatures')
    .select((expression) => expression.fn.max('recorded_at').as('at'))
    .where('agreement_id', '=', paper.id)
    .executeTakeFirst()
  const isSigned = row.effective_on !== null
  return {
    found: true,
    ...paper,
    caseNumber: row.case_number,
    ...(row.file_number === null ? {} : { fileNumber: row.file_number }),
    version: row.version,
    status: row.status,
    sha256: row.frozen_sha256,
    code: paperCode(row.frozen_sha256),
    ...(row.approved_at === null ? {} : { approvedAt: row.approved_at }),
    ...(isSigned && last?.at ? { signedAt: last.at } : {}),
    ...(row.effective_on === null ? {} : { effectiveOn: row.effective_on }),
    signatures: signatures.map(({ signerName, capacity, manner, screen }) => ({
      signerName,
      capacity,
      manner,
      ...(screen ? { flags: screen.flags } : {}),
    })),
    chain,
  }
}

async function minutesRecord({ db }: Store, paper: CodedPaper, chain: Chain): Promise<Found> {
  const session = await findSession(db, paper.id)
  const sha256 = await minutesDigest(db, paper.id)
  if (!session || sha256 === undefined) throw new Refusal({ code: 'sessions.notFound' })
  return {
    found: true,
    ...paper,
    caseNumber: session.caseNumber,
    ordinal: session.ordinal,
    status: session.status,
    sha256,
    code: paperCode(sha256),
    ...(session.endedAt === undefined ? {} : { endedAt: session.endedAt }),
    chain,
  }
}

/**
 * The paper as it may have been put out: before the first signature on screen, after each, after the last. By hand
 * nothing is added to it.
 */
async function possiblePapers(line: CommandLine, { kind, id }: CodedPaper): Promise<Paper[]> {
  const { core, connection } = line
  if (!core.store || !connection.actor) throw new Refusal({ code: 'users.notSignedIn' })
  const asking = { db: core.store.db, actor: connection.actor, now: core.clock.now() }
  if (kind === 'minutes') return [(await minutesOf(asking, id)).paper]
  const count = (await listScreenSignatures(core.store.db, id)).length
  const papers: Paper[] = []
  for (let signed = count; signed >= 0; signed -= 1)
    papers.push((await agreementOf(asking, id, signed)).paper)
  return papers
}

async function compared(line: CommandLine, paper: CodedPaper, given: PaperFile) {
  const { core } = line
  if (!core.store) throw new Refusal({ code: 'users.notSignedIn' })
  const file = withoutStamps(given, paper, await caseNumberOf(core.store.db, paper.caseId))
  const results = (await possiblePapers(line, paper)).map((possible) => [
    ...differencesIn(paperText(possible), file.body),
    ...aroundDifferences(possible, file),
  ])
  const [first = []] = results.toSorted((a, b) => a.length - b.length)
  return { unchanged: first.length === 0, differences: first }
}

/** What is laid over a printed page is no word of the paper: the code of the page at its foot, its sheet number above. */
function withoutStamps(file: PaperFile, { kind }: CodedPaper, caseNumber: string): PaperFile {
  if (file.kind !== 'pdf') return file
  const form = kind === 'agreement' ? 'f10' : 'f09'
  const words = new RegExp(`${caseNumber}${form}第\\d+版\\d+/\\d+$`, 'u')
  return {
    ...file,
    heads: file.heads.map((head) => head.replace(/\d{1,4}$/u, '')),
    feet: file.feet.map((foot) => foot.replace(words, '')),
  }
}

const numberless = (text: string) => text.replaceAll(/第\d*页共\d*页/gu, '')

/** Heads, feet, pictures, and what could show something beside the text. */
function aroundDifferences(paper: Paper, file: PaperFile): Difference[] {
  const marks = finalMarks.map((mark) => withoutWhite(markLine(mark)))
  const foot = withoutWhite(`${paper.footNote ?? ''}${codeText(paper)}`)
  const pictures = [...paper.blocks]
    .flatMap((block) => (block.kind === 'signatures' ? [...block.parties, ...block.staff] : []))
    .flatMap(({ screens = [] }) => screens).length
  return [
    ...file.heads
      .filter((head) => !marks.includes(head))
      .map((head) => ({ expected: '', found: head })),
    ...file.feet
      .map(numberless)
      .filter((text) => text !== foot)
      .map((text) => ({ expected: foot, found: text })),
    ...(file.feet.length === 0 ? [{ expected: foot, found: '' }] : []),
    ...(file.kind === 'docx' && file.pictures !== pictures
      ? [{ expected: `<w:drawing> ${pictures}`, found: `<w:drawing> ${file.pictures}` }]
      : []),
    ...file.strange.map((name) => ({ expected: '', found: `<${name}>` })),
  ]
}
