import { houseForm } from '#db/domain/dossier/house-forms.ts'
import { formatChineseDate, localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { listClosings } from '#db/queries/dossier-closings.ts'
import { listDossierPapers } from '#db/queries/dossier-papers.ts'
import { listScanRows } from '#db/queries/scans.ts'
import type { Reader } from '#db/schema.ts'
import type { FormDossier } from '#documents/forms/form-data.ts'

type Note = Pick<FormDossier, 'missing' | 'late' | 'otherNotes'>

const titled = (form: string, subtitle?: string): string => {
  const title = `《${houseForm(form)?.title ?? form}》`
  return subtitle === undefined ? title : `${title}（${subtitle}）`
}

async function missingPapers(db: Reader, caseId: string, today: LocalDate) {
  const entries = await listDossierPapers(db, caseId, today)
  // The note itself is being made.
  const missing = entries.filter(({ form, state }) => state === 'missing' && form !== 'f15')
  if (missing.length === 0) return []
  return [`缺少${missing.map(({ form, subtitle }) => titled(form, subtitle)).join('、')}。`]
}

async function latePapers(db: Reader, caseId: string): Promise<string[]> {
  const lines = (await listScanRows(db, caseId))
    .filter(({ state, form, late_reason }) => state === 'placed' && form && late_reason)
    .toSorted((a, b) => a.placed_at.localeCompare(b.placed_at))
    .map(({ form, late_reason, placed_at }) => {
      const day = formatChineseDate(localDateOf(placed_at))
      return `${day}补入${titled(form ?? '')}，原因：${late_reason?.trim() ?? ''}。`
    })
  return [...new Set(lines)]
}

/** What stood against the volume when it was closed all the same, and why it was. */
async function closedWith(db: Reader, caseId: string): Promise<string[]> {
  const [closing] = await listClosings(db, caseId)
  if (!closing || closing.findings.length === 0) return []
  const found = closing.findings.map((finding, index) => `${index + 1}．${finding}`).join('；')
  return [
    `${formatChineseDate(closing.closedOn)}归档时尚有：${found}。`,
    `归档的理由：${closing.reason}。`,
  ]
}

const over = (known: readonly string[], written: string | undefined): string | undefined => {
  const lines = [...known, ...(written?.trim() ? [written] : [])]
  return lines.length === 0 ? undefined : lines.join('\n')
}

/**
 * The note on the dossier as the record knows it, over what somebody wrote.
 * @policy forms.md F15: what is lacking, what came late and why
 */
export async function dossierNote(
  db: Reader,
  caseId: string,
  today: LocalDate,
  written: Note = {},
): Promise<Note> {
  return {
    missing: over(await missingPapers(db, caseId, today), written.missing),
    late: over(await latePapers(db, caseId), written.late),
    otherNotes: over(await closedWith(db, caseId), written.otherNotes),
  }
}
