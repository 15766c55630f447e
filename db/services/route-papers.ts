import type { SheetWords } from '../domain/dossier/sheet-words.ts'
import type { PackFacts, PackItem } from '../domain/strengthening/pack.ts'
import { listSheets } from '../queries/sheets.ts'
import type { Reader } from '../schema.ts'
import type { Happening } from './case-events.ts'
import { debtorIdsOf, type RouteRecord } from './route-facts.ts'
import { saveSheet, setSheetRemoved, type WritableForm } from './sheets.ts'

export type PackPaper = {
  form: string
  objectId?: string
  title: string
  copies: number
  state: 'made' | 'toMake' | 'toBring'
}

export function packFactsOf(record: RouteRecord): PackFacts {
  const { parties, agreementId } = record
  return {
    hasOrganisation: parties.some(({ kind }) => kind === 'organisation'),
    hasAgents: parties.some(({ representatives }) =>
      representatives.some(({ kind }) => kind === 'agent'),
    ),
    hasAgreement: agreementId !== undefined,
    respondents: debtorIdsOf(record).size,
  }
}

/** The papers with what of them is there; sheets bear the case's own id. */
export async function packPapers(
  db: Reader,
  { row, agreementId }: RouteRecord,
  items: readonly PackItem[],
): Promise<PackPaper[]> {
  const sheets = (await listSheets(db, row.id)).filter(({ removed }) => !removed)
  return items.map(({ form, title, copies, from }): PackPaper => {
    if (from === 'bring') return { form, title, copies, state: 'toBring' }
    if (from === 'agreement')
      return agreementId === undefined
        ? { form, title, copies, state: 'toBring' }
        : { form, title, copies, objectId: agreementId, state: 'made' }
    const made = sheets.some((sheet) => sheet.form === form && sheet.objectId === row.id)
    return { form, title, copies, objectId: row.id, state: made ? 'made' : 'toMake' }
  })
}

type Words = Partial<SheetWords>

/**
 * Makes the sheets of a pack or brings them up to date: the office and what else is told goes into their words, all
 * that was typed there before stays.
 */
export async function makeSheets(
  happening: Happening,
  { row }: RouteRecord,
  items: readonly PackItem[],
  officeName: string,
  options: { may: WritableForm['may']; words?: Readonly<Record<string, Words>> },
) {
  const known = await listSheets(happening.tx, row.id)
  for (const { form, title, from, officeField } of items) {
    if (from !== 'sheet') continue
    const sheet = known.find((each) => each.form === form && each.objectId === row.id)
    const writable: WritableForm = { id: form, title, may: options.may }
    if (sheet?.removed === true) await setSheetRemoved(happening, writable, row.id, false)
    const more = options.words?.[form]
    const words: SheetWords = {
      fields: {
        ...sheet?.words.fields,
        ...more?.fields,
        ...(officeField === undefined ? {} : { [officeField]: officeName }),
      },
      lists: { ...sheet?.words.lists, ...more?.lists },
    }
    await saveSheet(happening, writable, row.id, words, sheet?.revision ?? 0)
  }
}
