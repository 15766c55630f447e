import { v7 as uuid } from 'uuid'
import type { RotaPaper } from '#contract/rota-papers.ts'
import type { Actor } from '#db/domain/access/case-access.ts'
import { maySeeLawyer } from '#db/domain/consultation/access.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDate, localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import type { Role } from '#db/domain/roles.ts'
import { hoursBetween, monthsServed, publishedSeats } from '#db/queries/duty-papers.ts'
import { getSetting } from '#db/queries/settings.ts'
import type { Reader } from '#db/schema.ts'
import { hoursBook, rotaBook, signInBook, thanksBook } from '#documents/duty-books.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import { rotaSheet, rotaTitle } from '#documents/rota-sheet.ts'
import { type SheetInput } from '#documents/rota-weeks.ts'
import { hoursSheet, statementPaper, thanksSheet } from '#documents/service-papers.ts'
import { signInSheet } from '#documents/sign-in-sheet.ts'
import type { BookSheet } from '#documents/work-book.ts'
import type { Signed } from '../context.ts'
import { consultationData } from '../form-data/consultation-data.ts'
import { rotaData } from '../form-data/rota-data.ts'
import { blankContext, templateFor } from '../form-papers.ts'
import { formInForce, type FormShelf } from '../form-shelf.ts'
import type { Made } from '../volume/render-paper.ts'

export type MadeRotaPaper = Made & {
  objectId: string
  /** As an Excel file; some papers are none. */
  book?: BookSheet[]
}

type Asking = { db: Reader; actor: Signed; now: string; forms: FormShelf }
type Of<Name extends RotaPaper['paper']> = Extract<RotaPaper, { paper: Name }>

const keepers: readonly Role[] = ['head', 'receptionist']

/** Who is handed which; a lawyer the own statement and consultations, which are looked at one by one. */
const readersOf: Readonly<Record<RotaPaper['paper'], readonly Role[]>> = {
  rota: [...keepers, 'mediator', 'lawyer'],
  signIn: [...keepers, 'mediator'],
  hours: keepers,
  statement: [...keepers, 'lawyer'],
  thanks: keepers,
  consultation: [...keepers, 'mediator', 'lawyer'],
}

/** @throws DomainError users.notPermitted, rotas.datesReversed, lawyers.notFound; as `consultationData` */
export async function makeRotaPaper(asking: Asking, of: RotaPaper): Promise<MadeRotaPaper> {
  if (!readersOf[of.paper].includes(asking.actor.role)) throw new DomainError('users.notPermitted')
  if ('to' in of && of.to < of.from) throw new DomainError('rotas.datesReversed')
  switch (of.paper) {
    case 'rota':
      return rota(asking, of)
    case 'signIn': {
      const input = await sheetInput(asking, of)
      return { objectId: uuid(), paper: signInSheet(input), book: signInBook(input) }
    }
    case 'hours':
      return hours(asking, of)
    case 'statement':
      return statement(asking, of)
    case 'thanks':
      return thanks(asking, of)
    case 'consultation':
      return consultation(asking, of.id)
  }
}

async function sheetInput(
  { db }: Asking,
  { from, to, deskId }: Of<'rota'> | Of<'signIn'>,
): Promise<SheetInput> {
  const { phonesOnPaper } = await getSetting(db, 'rota')
  return {
    context: await blankContext(db),
    from,
    to,
    shifts: await publishedSeats(db, { from, to }, deskId),
    withPhones: phonesOnPaper,
  }
}

/** By the centre's own wording or Word file where there is one. */
async function rota(asking: Asking, of: Of<'rota'>): Promise<MadeRotaPaper> {
  const { db, actor, now, forms } = asking
  const input = await sheetInput(asking, of)
  const today = localDateOf(now)
  const data = rotaData(input, actor.name)
  const definition = await formInForce(db, forms, 'f25', today)
  const isOwn = definition !== undefined && !forms().includes(definition)
  return {
    objectId: uuid(),
    paper: isOwn
      ? { ...fillForm(definition, data, input.context), title: rotaTitle }
      : rotaSheet(input),
    book: rotaBook(input),
    ...(await templateFor(db, 'f25', today, (fill) => fill(data, input.context))),
  }
}

const seenBy = (actor: Actor) => (line: { headOnly: boolean; userId: string | undefined }) =>
  maySeeLawyer(actor, line)

async function hours(
  { db, actor, now }: Asking,
  { from, to }: Of<'hours'>,
): Promise<MadeRotaPaper> {
  const lines = (await hoursBetween(db, { from, to }, now)).filter(seenBy(actor))
  const context = await blankContext(db)
  const paper = hoursSheet({ context, from, to, lines, madeOn: localDateOf(now) })
  return { objectId: uuid(), paper, book: hoursBook(lines) }
}

async function statement(
  { db, actor, now }: Asking,
  { from, to: wanted, lawyerId }: Of<'statement'>,
): Promise<MadeRotaPaper> {
  const today = localDateOf(now)
  // What is still to come is not certified.
  const to = from <= today && today < wanted ? today : wanted
  const lines = (await hoursBetween(db, { from, to }, now)).filter(seenBy(actor))
  const line = lines.find((each) => each.lawyerId === lawyerId)
  if (!line) throw new DomainError('lawyers.notFound')
  if (actor.role === 'lawyer' && line.userId !== actor.userId)
    throw new DomainError('lawyers.notYours')
  const paper = statementPaper({
    context: await blankContext(db),
    from,
    to,
    madeOn: today,
    line,
    months: await monthsServed(db, lawyerId, { from, to }, now),
    makerName: actor.role === 'lawyer' ? '' : actor.name,
  })
  return { objectId: lawyerId, paper }
}

/** Hangs where all can read it: somebody whom only the head sees is not named on it. */
async function thanks({ db, now }: Asking, { year }: Of<'thanks'>): Promise<MadeRotaPaper> {
  const stretch: { from: LocalDate; to: LocalDate } = {
    from: localDate(`${year}-01-01`),
    to: localDate(`${year}-12-31`),
  }
  const lines = (await hoursBetween(db, stretch, now)).filter(({ headOnly }) => !headOnly)
  const context = await blankContext(db)
  const paper = thanksSheet({ context, lines, madeOn: localDateOf(now), year })
  return { objectId: uuid(), paper, book: thanksBook(lines) }
}

/** The register of one consultation (F26), by the centre's own wording or Word file where there is one. */
async function consultation({ db, actor, now, forms }: Asking, id: string): Promise<MadeRotaPaper> {
  const data = await consultationData(db, id, actor)
  const today = localDateOf(now)
  const definition = await formInForce(db, forms, 'f26', today)
  if (!definition) throw new DomainError('papers.unknownForm', { form: 'f26' })
  const context = await blankContext(db)
  return {
    objectId: id,
    paper: fillForm(definition, data, context),
    ...(await templateFor(db, 'f26', today, (fill) => fill(data, context))),
  }
}
