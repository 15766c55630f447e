import type { clauses as contract } from '#contract/clauses.ts'
import { clausesFor, fitsType } from '#db/domain/agreement/library/clauses-for.ts'
import type { LibraryClause } from '#db/domain/agreement/library/library-clause.ts'
import { describeSlots } from '#db/domain/agreement/library/slots.ts'
import { levelOneOf } from '#db/domain/case/taxonomy.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { listOwnClauses } from '#db/queries/own-clauses.ts'
import { addOwnClause, changeOwnClause, removeOwnClause } from '#db/services/own-clauses.ts'
import type { Handlers } from './context.ts'

const sourceOf = ({ source }: LibraryClause) =>
  source.article === undefined ? source.title : `${source.title}${source.article}`

export const clauses: Handlers<typeof contract> = {
  async list({ db, now, resources }, { typeCode }) {
    const shipped = clausesFor(typeCode, resources.clauses, localDateOf(now)).map((clause) => ({
      id: clause.id,
      title: clause.title,
      group: clause.group,
      typeCodes: [...clause.typeCodes],
      kind: clause.kind,
      text: clause.text,
      slots: describeSlots(clause.text, clause.slots),
      note: clause.note,
      source: sourceOf(clause),
      verified: clause.source.verified,
      from: clause.from,
      isOwn: false,
      fits: fitsType(clause, typeCode),
    }))
    const own = (await listOwnClauses(db)).map((clause) => ({
      ...clause,
      slots: describeSlots(clause.text),
      group: 'own',
      source: '',
      verified: false,
      isOwn: true,
      fits: clause.typeCodes.some((code) => code === typeCode || code === levelOneOf(typeCode)),
    }))
    // The centre's own wording first: it was written for this place.
    return [...own, ...shipped].toSorted((a, b) => Number(b.fits) - Number(a.fits))
  },
  async add(context, clause) {
    const id = await addOwnClause(context, clause)
    context.about('clause', id)
    return { id }
  },
  async change(context, { id, ...clause }) {
    context.about('clause', id)
    await changeOwnClause(context, id, clause)
    return {}
  },
  async remove(context, { id }) {
    context.about('clause', id)
    await removeOwnClause(context, id)
    return {}
  },
  phrases: ({ resources }) =>
    Promise.resolve(resources.phrases.map(({ key, group, text }) => ({ key, group, text }))),
}
