import { withoutOrigins, type AgreementContent } from '../domain/agreement/content.ts'
import type { Reader } from '../schema.ts'
import { contentOf, findAgreementRow } from './agreements.ts'
import { optional } from './parties.ts'

/** The texts that were handed to the head, newest first. Submissions of before migration 2 kept none. */
async function listSubmissions(db: Reader, agreementId: string) {
  const rows = await db
    .selectFrom('agreement_reviews')
    .select(['id', 'at', 'content'])
    .where('agreement_id', '=', agreementId)
    .where('decision', '=', 'submitted')
    .where('content', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, at, content }) => ({
    id,
    at,
    content: JSON.parse(content ?? '') as AgreementContent,
  }))
}

/** What the head saw before the text that lies there now. */
export async function findLastSubmitted(
  db: Reader,
  agreementId: string,
  isSubmittedNow: boolean,
): Promise<{ at: string; content: AgreementContent } | undefined> {
  const submission = (await listSubmissions(db, agreementId)).at(isSubmittedNow ? 1 : 0)
  return submission && { at: submission.at, content: submission.content }
}

export async function listPassedWarnings(db: Reader, agreementId: string) {
  const rows = await db
    .selectFrom('passed_warnings as w')
    .innerJoin('users as u', 'u.id', 'w.passed_by')
    .selectAll('w')
    .select('u.name')
    .where('w.agreement_id', '=', agreementId)
    .orderBy('w.path')
    .execute()
  return rows.map((row) => ({
    ruleId: row.rule_id,
    code: row.code,
    path: row.path,
    words: row.words,
    byName: row.name,
    at: row.passed_at,
  }))
}

/** Every version as it now stands and every text that was submitted, newest first. */
export async function listVersionTexts(db: Reader, caseId: string) {
  const versions = await db
    .selectFrom('agreements')
    .select('id')
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .execute()
  const texts = []
  for (const { id } of versions) {
    const row = await findAgreementRow(db, id)
    if (!row) continue
    const common = {
      agreementId: id,
      version: row.version,
      status: row.status,
      ...optional({ fileNumber: row.file_number }),
    }
    texts.push({ key: id, ...common, updatedAt: row.updated_at, content: await textOf(db, row) })
    for (const submission of await listSubmissions(db, id))
      texts.push({
        key: submission.id,
        ...common,
        submittedAt: submission.at,
        updatedAt: submission.at,
        content: submission.content,
      })
  }
  return texts
}

type VersionRow = NonNullable<Awaited<ReturnType<typeof findAgreementRow>>>

const textOf = async (db: Reader, row: VersionRow): Promise<AgreementContent> =>
  withoutOrigins(
    row.frozen === null
      ? await contentOf(db, row)
      : (JSON.parse(row.frozen) as { content: AgreementContent }).content,
  )
