import { existsSync, readFileSync } from 'node:fs'
import { caseStatus } from '#contract/values.ts'
import { caseStatuses } from '#db/domain/case/status.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { Refusal, UsageError } from './failure.ts'
import { readIntakeFile } from './intake-file.ts'
import { signedIn } from './session.ts'
import { wholeNumber, type Arguments } from './verbs.ts'

/** Registers the dispute of a file, as the window does. */
export async function importCase(given: Arguments<'import-case'>) {
  const text = readText(given.file)
  return signedIn({ store: given.store, user: given.user }, async ({ client, core }) => {
    const file = readIntakeFile(text, localDateOf(core.clock.now()))
    if (!file.ok) throw new Refusal({ code: 'intake.invalidFile', errors: file.errors })
    return client.intake.submit({ form: file.form })
  })
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Refusal({ code: 'cli.fileNotReadable', details: { file } })
  }
}

const pageSize = 500
const mostListed = 1_000_000

/** The list of the app, newest first, as many pages as the limit asks for. */
export async function cases(given: Arguments<'cases'>) {
  const status = given.status === undefined ? undefined : caseStatus.safeParse(given.status).data
  if (given.status !== undefined && status === undefined)
    throw new UsageError('cli.usage', `--status is one of ${caseStatuses.join(', ')}`)
  const limit = wholeNumber('limit', given.limit ?? '50', 1, mostListed)
  return signedIn({ store: given.store, user: given.user }, async ({ client }) => {
    type Page = Awaited<ReturnType<typeof client.cases.list>>
    const items: Page['items'] = []
    let next = given.after
    do {
      const page: Page = await client.cases.list({
        view: 'all',
        limit: Math.min(pageSize, limit - items.length),
        ...(status ? { status } : {}),
        ...(next === undefined ? {} : { after: next }),
      })
      items.push(...page.items)
      next = page.next
    } while (next !== undefined && items.length < limit)
    return { items, ...(next === undefined ? {} : { next }) }
  })
}

/** The Word file of the case's agreement: the approved version, else the newest, which is then refused as not ready. */
export async function agreement(given: Arguments<'agreement'>) {
  const { out } = given
  if (!out.toLowerCase().endsWith('.docx')) throw new UsageError('cli.usage', '--out ends in .docx')
  if (existsSync(out)) throw new Refusal({ code: 'papers.fileExists', details: { file: out } })
  const files = { save: out }
  return signedIn({ store: given.store, user: given.user, files }, async ({ client }) => {
    const { agreements } = await client.cases.get({ id: given.case })
    const isNumbered = ({ status }: (typeof agreements)[number]) =>
      status === 'approved' || status === 'signed'
    const wanted = agreements.find(isNumbered) ?? agreements[0]
    if (!wanted) throw new Refusal({ code: 'agreements.notFound' })
    await client.papers.save({ form: 'f10', objectId: wanted.id, channel: 'docx' })
    return {
      file: out,
      agreementId: wanted.id,
      fileNumber: wanted.fileNumber,
      version: wanted.version,
    }
  })
}
