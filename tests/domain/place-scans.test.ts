import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  objectMark,
  pageCodeText,
  readPageCode,
  type PageCode,
} from '#db/domain/dossier/page-code.ts'
import {
  isOutdated,
  placeScan,
  surveyScans,
  type KnownPaper,
  type PlacedScan,
} from '#db/domain/dossier/place-scans.ts'

const caseNumber = 'MT-2026-000123'
const idOf = (tail: string) => `01900000-0000-7000-8000-0000${tail}`
const agreement = { form: 'f10', objectId: idOf('a1b2c3d4'), version: 2, pages: 3, expected: true }
const minutes = { form: 'f09', objectId: idOf('0000beef'), version: 1, pages: 2, expected: true }
const identity: KnownPaper = { form: 'f05', objectId: idOf('11111111'), expected: false }
const papers: KnownPaper[] = [identity, minutes, agreement]

const codeOf = (paper: KnownPaper, part: Partial<PageCode> = {}): PageCode => ({
  caseNumber,
  form: paper.form.toUpperCase(),
  object: objectMark(paper.objectId),
  version: paper.version ?? 1,
  page: 1,
  pages: paper.pages ?? 1,
  ...part,
})
const placed = (code: PageCode | undefined, isBlank = false) =>
  placeScan(caseNumber, papers, { code, isBlank })

describe('placeScan', () => {
  it('lays a page with the paper, page and version that its code names', () => {
    expect(placed(codeOf(agreement, { page: 2 }))).toEqual({
      to: 'paper',
      form: 'f10',
      objectId: agreement.objectId,
      page: 2,
      version: 2,
    })
  })

  it('lays a page of an older version with its paper too, whatever number of pages that had', () => {
    const old = codeOf(agreement, { version: 1, page: 4, pages: 4 })
    expect(placed(old)).toMatchObject({ to: 'paper', page: 4, version: 1 })
  })

  it('keeps nothing of another case and names it', () => {
    const other = codeOf(agreement, { caseNumber: 'MT-2026-000124' })
    expect(placed(other)).toEqual({ to: 'foreign', caseNumber: 'MT-2026-000124' })
  })

  it('leaves to a person what no code explains, and lays blank sides aside', () => {
    expect(placed(undefined)).toEqual({ to: 'loose' })
    expect(placed(undefined, true)).toEqual({ to: 'setAside' })
  })

  it('leaves to a person the page of a paper that is not in the list', () => {
    expect(placed(codeOf({ ...agreement, objectId: idOf('a1b2c3d5') }))).toEqual({ to: 'loose' })
    expect(placed(codeOf({ ...agreement, form: 'f09' }))).toEqual({ to: 'loose' })
  })

  it('does not believe a code that contradicts the version it names', () => {
    expect(placed(codeOf(agreement, { pages: 4 }))).toEqual({ to: 'loose' })
    // No such version ever left the house.
    const forged = codeOf(agreement, { version: 9999, page: 9999, pages: 9999 })
    expect(placed(forged)).toEqual({ to: 'loose' })
  })

  it('never lays a page elsewhere than with the paper of its code', () => {
    const any = fc.record({
      caseNumber: fc.constantFrom(caseNumber, 'MT-2026-000124'),
      form: fc.constantFrom('F05', 'F09', 'F10', 'F14-PERSONS'),
      object: fc.constantFrom(...papers.map(({ objectId }) => objectMark(objectId)), '12345678'),
      version: fc.integer({ min: 1, max: 4 }),
      page: fc.integer({ min: 1, max: 5 }),
      pages: fc.integer({ min: 5, max: 6 }),
    })
    fc.assert(
      fc.property(any, (code) => {
        // Through the text, as a scan brings it.
        const read = readPageCode(pageCodeText(code))
        const placement = placed(read)
        expect(read).toEqual(code)
        expect(placement.to === 'foreign').toBe(code.caseNumber !== caseNumber)
        if (placement.to !== 'paper') return
        expect(placement.form.toUpperCase()).toBe(code.form)
        expect(objectMark(placement.objectId)).toBe(code.object)
        expect([placement.page, placement.version]).toEqual([code.page, code.version])
      }),
    )
  })
})

const scan = (paper: KnownPaper, page: number, version = paper.version): PlacedScan => ({
  form: paper.form,
  objectId: paper.objectId,
  page,
  ...(version === undefined ? {} : { version }),
})

describe('surveyScans', () => {
  it('names missing, double and outdated pages of each paper', () => {
    const scans = [
      scan(agreement, 1),
      scan(agreement, 1),
      scan(agreement, 3),
      scan(agreement, 2, 1),
    ]
    expect(surveyScans(papers, scans)).toEqual([
      {
        form: 'f09',
        objectId: minutes.objectId,
        pages: [],
        missing: [1, 2],
        double: [],
        outdated: [],
      },
      {
        form: 'f10',
        objectId: agreement.objectId,
        pages: [1, 3],
        missing: [2],
        double: [1],
        outdated: [{ page: 2, version: 1 }],
      },
    ])
  })

  it('waits for no scan of a paper that nobody signs or that never was printed', () => {
    const cover = { form: 'f00', objectId: idOf('22222222'), version: 1, pages: 1, expected: false }
    const unprinted = { form: 'f13', objectId: idOf('33333333'), expected: true }
    expect(surveyScans([cover, unprinted], [])).toEqual([])
    expect(surveyScans([cover], [scan(cover, 1)])).toMatchObject([{ pages: [1], missing: [] }])
  })

  it('takes any number of pages for a paper that is made of scans, and names the gaps', () => {
    expect(surveyScans([identity], [scan(identity, 4), scan(identity, 1)])).toMatchObject([
      { pages: [1, 4], missing: [2, 3], double: [] },
    ])
  })

  it('calls a scan outdated only when a newer version is known', () => {
    expect(isOutdated(agreement, scan(agreement, 1, 1))).toBe(true)
    expect(isOutdated(agreement, scan(agreement, 1, 2))).toBe(false)
    expect(isOutdated(agreement, scan(agreement, 1, 3))).toBe(false)
    expect(isOutdated(identity, scan(identity, 1))).toBe(false)
    expect(isOutdated(undefined, scan(agreement, 1, 1))).toBe(false)
  })

  const anyScan = fc
    .record({
      paper: fc.constantFrom(...papers),
      page: fc.integer({ min: 1, max: 5 }),
      version: fc.constantFrom(1, 2, undefined),
    })
    .map(({ paper, page, version }) => scan(paper, page, paper.version && version))
  const anyScans = fc.array(anyScan, { maxLength: 20 })

  it('says the same in whatever order pages came', () => {
    fc.assert(
      fc.property(anyScans, fc.infiniteStream(fc.nat()), (scans, keys) => {
        const shuffled = scans
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each)
        expect(surveyScans(papers, shuffled)).toEqual(surveyScans(papers, scans))
      }),
    )
  })

  it('has each page of a printed paper either there or missing, and double only what is there', () => {
    fc.assert(
      fc.property(anyScans, (scans) => {
        for (const found of surveyScans(papers, scans)) {
          const paper = papers.find(({ form }) => form === found.form)
          const within = found.pages.filter((page) => page <= (paper?.pages ?? Infinity))
          const all = [...within, ...found.missing].toSorted((a, b) => a - b)
          expect(all).toEqual(all.map((_, index) => index + 1))
          if (paper?.pages) expect(all).toHaveLength(paper.pages)
          expect(found.double.every((page) => found.pages.includes(page))).toBe(true)
        }
      }),
    )
  })

  it('loses no page: as many are told as were laid', () => {
    fc.assert(
      fc.property(anyScans, (scans) => {
        const told = surveyScans(papers, scans).reduce(
          (sum, { pages, outdated }) => sum + pages.length + outdated.length,
          0,
        )
        const paperOf = (each: PlacedScan) => papers.find(({ form }) => form === each.form)
        const laid = new Set(
          scans.map((each) => [each.form, each.page, isOutdated(paperOf(each), each)].join(' ')),
        )
        expect(told).toBe(laid.size)
      }),
    )
  })

  it('changes nothing but `double` when every page comes a second time', () => {
    fc.assert(
      fc.property(anyScans, (scans) => {
        const [once, twice] = [
          surveyScans(papers, scans),
          surveyScans(papers, [...scans, ...scans]),
        ]
        expect(twice).toEqual(once.map((found) => ({ ...found, double: found.pages })))
      }),
    )
  })
})
