import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  amountKinds,
  type Dossier,
  type DossierPaper,
  paperCapacities,
  quotedDays,
  retentionClasses,
} from '#db/domain/dossier/dossier.ts'
import { examine } from '#db/domain/dossier/examine.ts'
import { factsOf } from '#db/domain/dossier/facts.ts'
import { type FormId, volumeOrder } from '#db/domain/dossier/forms.ts'
import { findingText } from '#db/domain/dossier/messages.ts'
import { needs } from '#db/domain/dossier/presence.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { type CleanKind, cleanDossiers } from './doctor-clean.ts'
import { damages } from './doctor-damages.ts'
import { calendar, county, found, national, today, without } from './doctor-fixture.ts'

const kinds = Object.keys(cleanDossiers) as CleanKind[]
const look = (dossier: Dossier) => examine(dossier, national, today, calendar)

describe('examine, of papers in any order', () => {
  const subjects = [
    ...kinds.map((kind) => cleanDossiers[kind]()),
    ...damages
      .filter(({ under }) => under === undefined)
      .map(({ of, change }) => change(cleanDossiers[of]())),
  ]
  const contentOf = (dossier: Dossier) =>
    look(dossier).filter(({ ruleId }) => ruleId !== 'V7-order')

  it('finds the same in the papers themselves', () => {
    fc.assert(
      fc.property(fc.constantFrom(...subjects), fc.infiniteStream(fc.nat()), (dossier, keys) => {
        const drawn = dossier.papers.map((paper) => ({ paper, key: keys.next().value ?? 0 }))
        const papers = drawn.toSorted((a, b) => a.key - b.key).map(({ paper }) => paper)
        expect(contentOf({ ...dossier, papers })).toEqual(contentOf(dossier))
      }),
      { numRuns: 200 },
    )
  })

  it('names as few misplaced papers as will do', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.nat(), fc.nat(), (kind, from, to) => {
        const clean = cleanDossiers[kind]()
        const at = from % clean.papers.length
        const [moved] = clean.papers.slice(at, at + 1)
        if (!moved) return
        const rest = clean.papers.filter((paper) => paper !== moved)
        const papers = rest.toSpliced(to % clean.papers.length, 0, moved)
        expect(look({ ...clean, papers }).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('examine, of a volume that lacks something', () => {
  const mustHave = kinds.flatMap((kind) => {
    const dossier = cleanDossiers[kind]()
    const facts = factsOf(dossier, national, today, calendar)
    return needs
      .filter(({ rule, when }) => facts.entry(rule) && when(facts))
      .map(({ rule, forms }) => ({ kind, rule, forms }))
  })

  it.each(mustHave)('finds $rule in $kind when $forms is taken out', ({ kind, rule, forms }) => {
    const dossier = cleanDossiers[kind]()
    const ids = dossier.papers
      .filter(({ formId, partOf }) =>
        [formId, dossier.papers.find(({ id }) => id === partOf)?.formId].some((form) =>
          forms.includes(form as FormId),
        ),
      )
      .map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(found(without(...ids)(dossier))).toContain(`${rule} paperMissing`)
  })

  it('covers most of the volume', () => {
    expect(mustHave.length).toBeGreaterThan(120)
  })
})

const anyDay = fc
  .date({
    min: new Date('0001-01-02T00:00:00Z'),
    max: new Date('9999-12-30T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10) as LocalDate)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '张建国',
    '张建囯',
    '李秋芳',
    '330502198003040014',
    '40,800.00',
    '肆万零捌佰元整',
  ),
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 })
const partyId = fc.constantFrom('p1', 'p2', 'p9')
const words = few(fc.record({ text: anyText, partyId: maybe(partyId) }))
const paperIds = fc.constantFrom('a', 'b', 'c', 'd', 'e.f')

const anyPaper: fc.Arbitrary<DossierPaper> = fc.record({
  id: paperIds,
  formId: fc.constantFrom(...volumeOrder),
  title: anyText,
  objectId: maybe(fc.constant('o')),
  partOf: maybe(paperIds),
  date: maybe(anyDay),
  number: maybe(anyText),
  version: maybe(fc.nat(3)),
  isFinal: fc.boolean(),
  superseded: fc.boolean(),
  filedLate: maybe(fc.boolean()),
  copyOnly: maybe(fc.boolean()),
  concerns: maybe(few(partyId)),
  helpers: maybe(few(anyText)),
  signedBy: few(
    fc.record({
      capacity: fc.constantFrom(...paperCapacities),
      name: anyText,
      partyId: maybe(partyId),
      manner: few(fc.constantFrom('hand', 'seal', 'fingerprint', 'screen')),
      signedOn: maybe(anyDay),
    }),
  ),
  readBack: maybe(fc.boolean()),
  closed: maybe(fc.boolean()),
  notesClosed: maybe(fc.boolean()),
  remediesTold: maybe(fc.boolean()),
  names: words,
  idNumbers: words,
  creditCodes: words,
  addresses: words,
  amounts: few(
    fc.record({
      kind: fc.constantFrom(...amountKinds),
      figures: maybe(anyText),
      capitals: maybe(anyText),
      clause: maybe(anyText),
      dueOn: maybe(anyDay),
    }),
  ),
  dates: few(
    fc.record({ what: fc.constantFrom(...quotedDays), date: anyDay, partyId: maybe(partyId) }),
  ),
  listed: maybe(
    few(fc.record({ title: anyText, from: maybe(fc.integer()), sheets: maybe(fc.integer()) })),
  ),
  pages: fc.record({ from: maybe(fc.integer()), count: fc.integer() }),
  attachments: few(fc.constantFrom('guardianProof', 'legalRepProof')),
  scans: few(fc.record({ pages: fc.integer(), version: maybe(fc.nat(3)) })),
})

const anyDossier: fc.Arbitrary<Dossier> = fc.record({
  case: fc.record({
    id: fc.constant('case'),
    fileNumber: maybe(anyText),
    typeCode: fc.constantFrom('', '04.01', '10.02', '11.02', 'x'),
    sourceCode: fc.constantFrom('', 'S10', 'S30', 'S31', 'S40', 'S61', 'x'),
    otherSide: maybe(fc.constantFrom('notAsked', 'willing', 'refuses')),
    courtProcedure: maybe(fc.constantFrom('ordinary', 'summary')),
    appliedOn: maybe(anyDay),
    materialsSignedOn: maybe(anyDay),
    acceptedOn: maybe(anyDay),
    concludedOn: maybe(anyDay),
    closedOn: maybe(anyDay),
    outcome: maybe(
      fc.constantFrom('agreed', 'oral', 'failed', 'withdrawn', 'transferred', 'rejected'),
    ),
    extensions: few(fc.record({ until: anyDay, consentedBy: few(partyId) })),
    pauses: few(fc.record({ from: anyDay, to: anyDay })),
    performance: maybe(fc.constantFrom('open', 'atOnce', 'performed', 'enforcement')),
    dueOn: few(anyDay),
    confirmation: maybe(
      fc.record({
        route: fc.constantFrom('judicial', 'arbitral', 'paymentOrder'),
        appliedOn: maybe(anyDay),
      }),
    ),
    hasEvidence: maybe(fc.boolean()),
    investigated: maybe(fc.boolean()),
    followUpSkipped: maybe(anyText),
    retention: maybe(fc.constantFrom(...retentionClasses)),
  }),
  body: fc.record({ sealName: anyText }),
  parties: few(
    fc.record({
      id: partyId,
      role: fc.constantFrom('applicant', 'respondent', 'thirdParty', 'coApplicant', 'party'),
      kind: fc.constantFrom('person', 'organisation'),
      name: anyText,
      birthDate: maybe(anyDay),
      age: maybe(fc.integer()),
      idNumber: maybe(anyText),
      creditCode: maybe(anyText),
      address: maybe(anyText),
      legalRepName: maybe(anyText),
      representatives: few(
        fc.record({
          name: anyText,
          kind: fc.constantFrom('guardian', 'agent', 'legalRepresentative'),
          authority: maybe(fc.constantFrom('general', 'special')),
        }),
      ),
    }),
  ),
  mediators: few(fc.record({ name: anyText, idNumber: maybe(anyText) })),
  people: few(anyText),
  papers: fc.array(anyPaper, { maxLength: 8 }),
})

describe('examine, of whatever a scan was read as', () => {
  it('never throws, tells every finding in words and gives the same answer twice', () => {
    fc.assert(
      fc.property(
        anyDossier,
        fc.constantFrom(national, county),
        anyDay,
        fc.constantFrom([], calendar),
        (dossier, pack, on, days) => {
          const findings = examine(dossier, pack, on, days)
          expect(examine(dossier, pack, on, days)).toEqual(findings)
          for (const finding of findings) {
            const { rule, where, mend } = findingText(finding, dossier)
            expect(rule !== '' && where !== '' && mend !== '').toBe(true)
            expect(rule).not.toMatch(/undefined|NaN|\[object/)
          }
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)
})
