import { keptModel } from '#db/queries/paper-versions.ts'
import { findTemplate } from '#db/queries/templates.ts'
import { hasClosedRecord } from '#db/queries/closed-record.ts'
import { sha256Of } from '#db/queries/digests.ts'
import type { Reader } from '#db/schema.ts'
import type { Paper } from '#documents/paper.ts'
import type { CasePaper } from './case-papers.ts'

type Key = { form: string; objectId: string }

/** Their text is frozen with the record, and screen signatures come to it after it was printed. */
const frozenByThemselves = new Set(['f09', 'f10'])
/** A list over cases, and a log that goes on after closing. */
const goesOn = new Set(['handover', 'loan-log'])

/**
 * A paper of a closed dossier as it last left the house: names of the centre and of people may have changed since. It
 * is made from the record where it never left it, or where something was written or added after it did.
 * @policy issue 4 §2: a closed dossier changes no more
 */
export async function asKept(db: Reader, key: Key, made: CasePaper): Promise<CasePaper> {
  const { form, objectId } = key
  if (!made.isFinal || frozenByThemselves.has(form) || goesOn.has(form)) return made
  const kept = await keptModel(db, form, objectId)
  if (!kept || !(await hasClosedRecord(db, { ...key, caseId: made.caseId }, kept.madeAt)))
    return made
  // What is not as it was kept says nothing: verifying the store tells of it.
  if (sha256Of(kept.model) !== kept.sha256) return made
  return kept.templateId === undefined
    ? withModel(made, JSON.parse(kept.model) as Said)
    : withTemplate(db, made, kept.templateId, kept.model)
}

type Said = Omit<Paper, 'mark' | 'code' | 'fileName'>

/** Marks, code and file name are no part of a version, see `paperModel`. */
function withModel({ paper, caseId, isFinal }: CasePaper, said: Said): CasePaper {
  const { mark, code, fileName } = paper
  return {
    paper: {
      ...said,
      fileName,
      ...(mark === undefined ? {} : { mark }),
      ...(code === undefined ? {} : { code }),
    },
    caseId,
    isFinal,
  }
}

async function withTemplate(
  db: Reader,
  made: CasePaper,
  id: string,
  model: string,
): Promise<CasePaper> {
  const template = await findTemplate(db, id)
  if (!template) return made
  const { data } = JSON.parse(model) as { data: Record<string, unknown> }
  return { ...made, template: { id, bytes: template.bytes, data } }
}
