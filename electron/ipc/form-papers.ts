import { mayReadCase, mayReadContent } from '#db/domain/access/case-access.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDate, localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { findLastClosing } from '#db/queries/form-facts.ts'
import { caseOfRecord, findSheet, type SheetRecord } from '#db/queries/sheets.ts'
import { getSetting } from '#db/queries/settings.ts'
import { templateOn } from '#db/queries/templates.ts'
import { findVisit } from '#db/queries/visits.ts'
import type { Reader } from '#db/schema.ts'
import { getCase, type CaseRecord as CaseTableRow } from '#db/services/case-access.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import type { FormData } from '#documents/forms/form-data.ts'
import type { FormDefinition } from '#documents/forms/form-definition.ts'
import { mentionsOf } from '#documents/forms/questions.ts'
import type { PaperContext } from '#documents/paper-context.ts'
import type { Paper } from '#documents/paper.ts'
import { templateData } from '#documents/templates/template-data.ts'
import type { Asking, CasePaper } from './case-papers.ts'
import { loanLogData } from './dossier/filing-papers.ts'
import { dossierNote } from './form-data/dossier-note.ts'
import { contentData } from './form-data/content-data.ts'
import { proceedingData } from './form-data/proceeding-data.ts'
import { readCaseRecord } from './form-data/read-record.ts'
import { isRegistrationForm } from './form-data/registration-forms.ts'
import { registrationData } from './form-data/registration-data.ts'
import { formInForce, isCoded, mayHaveTemplate } from './form-shelf.ts'

/** A form of a case with all that fills it. */
export type FormOfCase = {
  row: CaseTableRow
  definition: FormDefinition
  sheet: SheetRecord | undefined
  data: FormData
  context: PaperContext
}

/** The day whose wording holds: of a closed dossier that of its closing, so that what is archived stays. */
async function wordingDay(db: Reader, row: CaseTableRow, now: string): Promise<LocalDate> {
  const closing = row.status === 'archived' ? await findLastClosing(db, row.id) : undefined
  return closing ? localDate(closing.closed_on) : localDateOf(now)
}

const groupsOfAgreement = ['协议.', '条款.', '分期.', '履行.', '收款.']

/** A paper that quotes an agreement is a draft until everybody has signed that agreement. */
const quotesUnsigned = (definition: FormDefinition, { agreement }: FormData): boolean =>
  agreement !== undefined &&
  agreement.oral !== true &&
  agreement.signedOn === undefined &&
  mentionsOf(definition).some(({ name }) =>
    groupsOfAgreement.some((group) => name.startsWith(group)),
  )

/**
 * A form of a case as this actor may see it, by the case's id or that of a further sheet.
 * @throws DomainError papers.unknownForm for a form that no definition makes; as `getCase`
 */
export async function formOfCase(
  { db, actor, now, forms, law, volume }: Omit<Asking, 'notice'>,
  form: string,
  objectId: string,
): Promise<FormOfCase> {
  if (isCoded(form) || form === 'handover') throw new DomainError('papers.unknownForm', { form })
  const sheet = await findSheet(db, form, objectId)
  const onRegistration = isRegistrationForm(form)
  const may = onRegistration ? mayReadCase : mayReadContent
  const row = await getCase(
    db,
    actor,
    sheet?.caseId ?? (await caseOfRecord(db, form, objectId)),
    may,
  )
  const definition = await formInForce(db, forms, form, await wordingDay(db, row, now))
  if (!definition) throw new DomainError('papers.unknownForm', { form })
  const record = await readCaseRecord(db, row.id, !onRegistration)
  const visit = form === 'f13' ? await findVisit(db, objectId) : undefined
  const about = { form, objectId, position: sheet?.position ?? 0, volume, visit }
  const known: FormData = record.content
    ? contentData(record, record.content, about)
    : registrationData(record)
  const data = {
    ...known,
    ...(form === 'f15'
      ? {
          dossier: {
            ...known.dossier,
            ...(await dossierNote(db, row.id, localDateOf(now), known.dossier)),
          },
        }
      : {}),
    ...(record.content ? await proceedingData({ db, now, law }, form, record, known) : {}),
    ...(form === 'loan-log' ? await loanLogData(db, row.id, localDateOf(now)) : {}),
  }
  const context: PaperContext = {
    body: record.body,
    practice: await getSetting(db, 'practice'),
    draft: quotesUnsigned(definition, data),
  }
  return { row, definition, sheet, data, context }
}

/** The paper of a form with what somebody wrote into it; by the centre's own Word file where one holds. */
export async function formPaper(
  asking: Asking,
  form: string,
  objectId: string,
): Promise<CasePaper> {
  const { row, definition, sheet, data, context } = await formOfCase(asking, form, objectId)
  const day = await wordingDay(asking.db, row, asking.now)
  return {
    paper: fillForm(definition, data, context, sheet?.words),
    caseId: row.id,
    isFinal: !context.draft,
    ...(await templateFor(asking.db, form, day, (make) => make(data, context, sheet?.words))),
  }
}

type Fill = typeof templateData

/** The centre's own Word file that holds on a day, filled; nothing where the built-in form holds. */
export async function templateFor(
  db: Reader,
  form: string,
  day: LocalDate,
  fill: (make: Fill) => ReturnType<Fill> | Promise<ReturnType<Fill>>,
): Promise<Pick<CasePaper, 'template'>> {
  const template = mayHaveTemplate(form) ? await templateOn(db, form, day) : undefined
  if (!template) return {}
  const { id, bytes } = template
  return { template: { id, bytes, data: await fill(templateData) } }
}

/** A form without a case, to be filled by hand. @throws DomainError papers.unknownForm */
export async function blankForm(
  { db, now, forms }: Pick<Asking, 'db' | 'now' | 'forms'>,
  form: string,
): Promise<Paper> {
  const today = localDateOf(now)
  const definition = await formInForce(db, forms, form, today)
  if (!definition) throw new DomainError('papers.unknownForm', { form })
  return fillForm(definition, {}, await blankContext(db))
}

export async function blankContext(db: Reader): Promise<PaperContext> {
  return {
    body: await getSetting(db, 'body'),
    practice: await getSetting(db, 'practice'),
    draft: false,
  }
}
