import type { Dossier, DossierPaper, PaperCapacity } from '#db/domain/dossier/dossier.ts'
import type { DossierCode, DossierRuleId } from '#db/domain/dossier/rules.ts'
import { localDate } from '#db/domain/local-date.ts'
import type { CleanKind } from './doctor-clean.ts'

export type Finding = `${DossierRuleId} ${DossierCode}`

export type Damage = {
  name: string
  of: CleanKind
  change: (dossier: Dossier) => Dossier
  /** All that is found, in order; the first is the reason, the others follow from it. */
  finds: readonly [Finding, ...Finding[]]
  /** Of the rules that the national pack leaves to the counties. */
  under?: 'county'
}

export const damage = (
  name: string,
  of: CleanKind,
  change: Damage['change'],
  ...finds: Damage['finds']
): Damage => ({ name, of, change, finds })
export const inCounty = (...all: Parameters<typeof damage>): Damage => ({
  ...damage(...all),
  under: 'county',
})

export const text = (
  field: 'names' | 'idNumbers' | 'creditCodes' | 'addresses',
  index: number,
  change: (written: string) => string,
) =>
  ((one: DossierPaper) => ({
    [field]: one[field].map((use, at) => (at === index ? { ...use, text: change(use.text) } : use)),
  })) satisfies (one: DossierPaper) => Partial<DossierPaper>

export const unsigned = (capacity: PaperCapacity, partyId?: string) => (one: DossierPaper) => ({
  signedBy: one.signedBy.filter(
    (signature) => signature.capacity !== capacity || signature.partyId !== partyId,
  ),
})

export const signedAs =
  (capacity: PaperCapacity, change: Partial<DossierPaper['signedBy'][number]>) =>
  (one: DossierPaper) => {
    const at = one.signedBy.findIndex((signature) => signature.capacity === capacity)
    return {
      signedBy: one.signedBy.map((signature, index) =>
        index === at ? { ...signature, ...change } : signature,
      ),
    }
  }

export const amount =
  (change: Partial<DossierPaper['amounts'][number]>) => (one: DossierPaper) => ({
    amounts: one.amounts.map((each, index) => (index === 0 ? { ...each, ...change } : each)),
  })

export const on = (date: string) => () => ({ date: localDate(date) })

export const move = (id: string, to: number) => (dossier: Dossier) => {
  const rest = dossier.papers.filter((one) => one.id !== id)
  const moved = dossier.papers.filter((one) => one.id === id)
  return { ...dossier, papers: rest.toSpliced(to, 0, ...moved) }
}

export const both =
  (...changes: ((dossier: Dossier) => Dossier)[]) =>
  (dossier: Dossier) =>
    changes.reduce((now, change) => change(now), dossier)
