import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DossierFindingRow, DossierPaperRow, Loan, MendPlace } from '#contract/dossiers.ts'
import type { CaseStatus } from '#db/domain/case/status.ts'
import { reviewPoints } from '#db/domain/dossier/rules.ts'
import { localDate } from '#db/domain/local-date.ts'
import { dossierLines, dossierSummary } from '../../renderer/features/cases/dossier-lines.ts'
import {
  parseYears,
  retentionLabel,
  storedArchive,
  withoutRefused,
  type ArchiveWords,
} from '../../renderer/features/dossiers/archive-form.ts'
import { barrierOf } from '../../renderer/features/dossiers/closing-barrier.ts'
import { findingGroups, findingTally } from '../../renderer/features/dossiers/finding-groups.ts'
import { inLoanOrder, loanLook, loanTally } from '../../renderer/features/dossiers/loan-words.ts'
import { matchingForms } from '../../renderer/features/dossiers/matching-forms.ts'
import { mendStep, mendWord, paperToSign } from '../../renderer/features/dossiers/mend-step.ts'
import { pageRanges } from '../../renderer/features/dossiers/page-ranges.ts'
import {
  paperName,
  printedWords,
  scanWords,
  tallyOf,
  tallyWords,
} from '../../renderer/features/dossiers/paper-words.ts'
import { findingItems, signingCounts } from '../../renderer/features/dossiers/signing-findings.ts'
import { failureText } from '../../renderer/lib/failure.ts'

const row = (part: Partial<DossierPaperRow> = {}): DossierPaperRow => ({
  form: 'f09',
  objectId: 'object-1',
  title: '人民调解记录',
  state: 'there',
  scanOnly: false,
  changedSince: false,
  signed: false,
  wantsSigning: true,
  scans: { pages: [], missing: [], double: [], outdated: [] },
  filedLate: false,
  editable: false,
  removable: false,
  ...part,
})

describe('pageRanges', () => {
  it('joins neighbours into runs, in order and each once', () => {
    expect(pageRanges([5, 1, 2, 3, 3, 8, 9])).toBe('1-3、5、8-9')
    expect(pageRanges([])).toBe('')
  })
  it('names exactly the pages it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 })), (pages) => {
        const named = pageRanges(pages)
          .split('、')
          .filter(Boolean)
          .flatMap((run) => {
            const [from = 0, to = from] = run.split('-').map(Number)
            return Array.from({ length: to - from + 1 }, (_, index) => from + index)
          })
        expect(named).toEqual([...new Set(pages)].toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('a row of the volume', () => {
  it('carries its subtitle and what was printed', () => {
    expect(paperName(row({ subtitle: '第二次' }))).toBe('人民调解记录（第二次）')
    expect(paperName(row({ subtitle: '' }))).toBe('人民调解记录')
    expect(printedWords(row({ pages: 3, version: 2 }))).toBe('3 页，第 2 版')
    expect(printedWords(row())).toBe('')
  })
  it('says nothing of scans before there is one', () => {
    expect(scanWords(row({ pages: 3 }))).toBeUndefined()
  })
  it('says how far the scans go and what is wrong with them', () => {
    const scans = { pages: [1, 3], missing: [2], double: [3], outdated: [1] }
    expect(scanWords(row({ pages: 3, scans }))).toEqual({
      text: '扫描 2/3 页，缺第 2 页，第 3 页重复，第 1 页是旧版',
      tone: 'late',
    })
    const all = { pages: [1, 2, 3], missing: [], double: [], outdated: [] }
    expect(scanWords(row({ pages: 3, scans: all }))).toEqual({ text: '扫描 3/3 页', tone: 'done' })
    expect(scanWords(row({ scanOnly: true, scans: all }))?.text).toBe('扫描 3 页')
  })
  it('is counted by its state', () => {
    const rows = [row(), row(), row({ state: 'missing' }), row({ state: 'optional' })]
    expect(tallyOf(rows)).toEqual({ there: 2, missing: 1, draft: 0, optional: 1 })
    expect(tallyWords(tallyOf(rows))).toBe('有 2 份，缺 1 份')
    expect(tallyWords(tallyOf([]))).toBe('有 0 份')
  })
})

const finding = (part: Partial<DossierFindingRow> = {}): DossierFindingRow => ({
  ruleId: 'V2-cover',
  point: 2,
  pointName: '材料齐全',
  level: 'warn',
  rule: '卷里没有封面',
  where: '',
  mend: '加上封面',
  source: '',
  place: { to: 'case' },
  ...part,
})

describe('findingGroups', () => {
  it('names all seven points, those without a finding too', () => {
    const groups = findingGroups([finding()])
    expect(groups.map(({ name }) => name)).toEqual([...reviewPoints])
    expect(groups.filter(({ findings }) => findings.length > 0).map(({ point }) => point)).toEqual([
      2,
    ])
  })
  it('puts what must be mended first and keeps the doctor’s order within a level', () => {
    const found = [
      finding({ where: 'a', level: 'info' }),
      finding({ where: 'b', level: 'warn' }),
      finding({ where: 'c', level: 'block' }),
      finding({ where: 'd', level: 'warn' }),
    ]
    expect(findingGroups(found)[1]?.findings.map(({ where }) => where)).toEqual([
      'c',
      'b',
      'd',
      'a',
    ])
  })
  it('loses no finding', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            point: fc.integer({ min: 1, max: 7 }),
            level: fc.constantFrom('block' as const, 'warn' as const, 'info' as const),
          }),
        ),
        (parts) => {
          const found = parts.map((part) => finding(part))
          expect(findingGroups(found).flatMap(({ findings }) => findings)).toHaveLength(
            found.length,
          )
        },
      ),
    )
  })
  it('counts by level in words', () => {
    expect(findingTally([finding(), finding({ level: 'block' }), finding()])).toBe(
      '必须改 1 项，提醒 2 项',
    )
    expect(findingTally([])).toBe('')
  })
})

describe('mendStep', () => {
  const step = (place: MendPlace) => mendStep(place, 'case-1')
  it('leads to the paper, the sheet, the agreement, the session or the case', () => {
    expect(step({ to: 'sheet', form: 'f13', objectId: 'o' })).toEqual({
      kind: 'go',
      place: { to: 'sheet', form: 'f13', objectId: 'o' },
    })
    expect(step({ to: 'signing', agreementId: 'a' })).toEqual({
      kind: 'go',
      place: { to: 'signing', agreementId: 'a' },
    })
    expect(step({ to: 'session', sessionId: 's' })).toEqual({
      kind: 'go',
      place: { to: 'session', sessionId: 's' },
    })
    expect(step({ to: 'case' })).toEqual({ kind: 'go', place: { to: 'case', caseId: 'case-1' } })
  })
  it('stays in the dossier for scans and archive', () => {
    expect(step({ to: 'scans', form: 'f10' })).toEqual({
      kind: 'go',
      place: { to: 'dossier', caseId: 'case-1', part: 'scans' },
    })
    expect(step({ to: 'archive' })).toMatchObject({ place: { part: 'archive' } })
  })
  it('adds a sheet that is not there', () => {
    expect(step({ to: 'addSheet', form: 'f13' })).toEqual({ kind: 'add', form: 'f13' })
    expect(mendWord({ to: 'addSheet', form: 'f13' })).toBe('去补')
    expect(mendWord({ to: 'case' })).toBe('去改')
  })
})

describe('paperToSign', () => {
  const missed = {
    ruleId: 'V3-signatures',
    place: { to: 'paper', form: 'f09', objectId: 'object-1' },
  } as const
  it('is the unsigned paper that a signature is missed on', () => {
    expect(paperToSign(missed, [row({ form: 'f03' }), row()])).toEqual(row())
  })
  it('is none for another rule, another place, and a paper that is signed or not there', () => {
    expect(paperToSign({ ...missed, ruleId: 'V3-dated' }, [row()])).toBeUndefined()
    expect(paperToSign({ ...missed, place: { to: 'case' } }, [row()])).toBeUndefined()
    expect(paperToSign(missed, [row({ signed: true })])).toBeUndefined()
    expect(paperToSign(missed, [row({ state: 'draft' })])).toBeUndefined()
    expect(paperToSign(missed, [row({ wantsSigning: false })])).toBeUndefined()
  })
})

describe('findingItems', () => {
  const at = (objectId: string) => ({ to: 'paper', form: 'f03', objectId }) as const
  const missed = (objectId: string, ruleId: string) => finding({ ruleId, place: at(objectId) })
  const papers = ['a', 'b'].map((objectId) => row({ form: 'f03', objectId }))
  it('puts all signatures and seals of one paper into one row, where the first stood', () => {
    const other = finding({ ruleId: 'V3-dated', place: at('a') })
    const items = findingItems(
      [
        missed('a', 'V3-signatures'),
        missed('b', 'V3-signatures'),
        other,
        missed('a', 'V3-seal'),
        missed('a', 'V3-signatures'),
      ],
      papers,
    )
    expect(items.map((item) => item.kind)).toEqual(['signing', 'signing', 'one'])
    expect(
      items.map((item) => (item.kind === 'signing' ? signingCounts(item.findings) : '')),
    ).toEqual(['2 处签名、1 处印章', '1 处签名', ''])
  })
  it('loses no finding', () => {
    const one = fc.record({
      objectId: fc.constantFrom('a', 'b', 'gone'),
      ruleId: fc.constantFrom('V3-signatures', 'V3-fingerprints', 'V3-seal', 'V3-dated'),
    })
    fc.assert(
      fc.property(fc.array(one), (parts) => {
        const found = parts.map(({ objectId, ruleId }) => missed(objectId, ruleId))
        const kept = findingItems(found, papers).flatMap((item) =>
          item.kind === 'signing' ? item.findings : [item.finding],
        )
        expect(new Set(kept)).toEqual(new Set(found))
        expect(kept).toHaveLength(found.length)
      }),
    )
  })
})

describe('barrierOf', () => {
  const barrier = (status: CaseStatus, closingRefused?: string) =>
    barrierOf({ caseId: 'case-1', status, closingRefused })
  it('names only what is to be done first, and leads there', () => {
    const visit = barrier('performed', 'dossiers.notReady')
    expect(visit?.wayOut).toEqual({ word: '去办回访', place: { to: 'case', caseId: 'case-1' } })
    expect(visit && failureText(visit.failure)).toBe('归档要先办完回访，或者写明免予回访的理由。')
    const open = barrier('mediating', 'dossiers.notReady')
    expect(open && failureText(open.failure)).toContain('案件还没有办结')
    expect(barrier('toArchive', 'dossiers.lentOut')?.wayOut?.place).toMatchObject({
      to: 'dossier',
      part: 'archive',
    })
  })
  it('leaves findings to the list of findings', () => {
    expect(barrier('toArchive', 'dossiers.openFindings')).toBeUndefined()
    expect(barrier('toArchive')).toBeUndefined()
    expect(barrier('toArchive', 'cases.notYours')?.wayOut).toBeUndefined()
  })
})

describe('the panel of the case', () => {
  it('names what is missing, then what is begun, and counts the rest', () => {
    const papers = [
      row({ title: '草稿', state: 'draft' }),
      row(),
      row({ title: '身份证明', subtitle: '李四', state: 'missing' }),
      row({ state: 'optional' }),
    ]
    expect(dossierLines(papers).map(({ name }) => name)).toEqual(['身份证明（李四）', '草稿'])
    expect(
      dossierSummary({ papers, findings: [finding()], isClosed: false, contentVisible: true }),
    ).toBe('有 1 份，缺 1 份，草稿 1 份，按需 1 种；体检有 1 项要看')
    expect(
      dossierSummary({
        papers: [row()],
        findings: [],
        isClosed: true,
        contentVisible: true,
        looseScans: 2,
      }),
    ).toBe('有 1 份；体检没有问题；扫描件 2 页没归位；已归档')
  })
})

describe('dossierSummary', () => {
  it('says nothing of the doctor to somebody who is not told what it finds', () => {
    const told = dossierSummary({
      papers: [row()],
      findings: [],
      isClosed: false,
      contentVisible: false,
    })
    expect(told).toBe('有 1 份')
  })
})

describe('matchingForms', () => {
  const forms = [
    { title: '人民调解回访记录', purpose: '履行以后看看落实了没有' },
    { title: '送达回证', purpose: '证明文书已经送到' },
  ]
  it('finds by every word in title or purpose, and all without a word', () => {
    expect(matchingForms(forms, ' 回访 落实').map(({ title }) => title)).toEqual([
      '人民调解回访记录',
    ])
    expect(matchingForms(forms, '')).toHaveLength(2)
    expect(matchingForms(forms, '回访 送到')).toEqual([])
  })
})

describe('the archive form', () => {
  const words: ArchiveWords = {
    packId: 'national',
    shelf: '',
    compilerName: '',
    checkerName: '',
    missing: '',
    late: '',
    damaged: '',
    media: '',
    otherNotes: '',
    remark: '',
  }
  it('stores an empty archive number as none and a full-width one as plain', () => {
    expect('archiveNumber' in storedArchive({ ...words, archiveNumber: '  ' })).toBe(false)
    expect(storedArchive({ ...words, archiveNumber: ' ２０２６－１２ ' }).archiveNumber).toBe(
      '2026-12',
    )
  })
  it('leaves a refused number as it was and keeps the other words', () => {
    const typed = { ...words, archiveNumber: '2026-7', shelf: '二号柜' }
    const saved = { ...words, archiveNumber: '2026-6' }
    const code = 'dossiers.archiveNumberTaken'
    expect(withoutRefused(code, typed, saved)).toEqual({ ...typed, archiveNumber: '2026-6' })
    expect(withoutRefused(code, typed, words)).toEqual({ ...words, shelf: '二号柜' })
    expect(withoutRefused('dossiers.stale', typed, saved)).toBeUndefined()
  })
  it('shows the years of a class where the centre set them', () => {
    expect(retentionLabel('short', { short: 5 })).toBe('短期（5 年）')
    expect(retentionLabel('long', { short: 5 })).toBe('长期')
    expect(retentionLabel('permanent', { long: 10 })).toBe('永久')
  })
  it('reads years from 1 to 100, and none', () => {
    expect(parseYears(' １０ ')).toBe(10)
    expect(parseYears('')).toBeUndefined()
    expect([parseYears('0'), parseYears('101'), parseYears('五年')]).toEqual([
      'wrong',
      'wrong',
      'wrong',
    ])
  })
})

const loan = (part: Partial<Loan>): Loan => ({
  id: 'loan',
  caseId: 'case',
  caseNumber: '2026-0001',
  title: '劳动报酬纠纷',
  borrower: '甲',
  unit: '',
  purpose: '调卷',
  lentOn: localDate('2026-11-01'),
  dueOn: localDate('2026-11-15'),
  lentByName: '乙',
  returnNote: '',
  overdue: false,
  ...part,
})

describe('loans', () => {
  const today = localDate('2026-11-20')
  it('are told by the days that are left or over', () => {
    expect(loanLook(loan({}), today)).toEqual({ word: '超期 5 天没有还', tone: 'late' })
    expect(loanLook(loan({ dueOn: today }), today).word).toBe('今天该还')
    expect(loanLook(loan({ dueOn: localDate('2026-11-23') }), today)).toEqual({
      word: '3 天后该还',
      tone: 'going',
    })
    expect(loanLook(loan({ returnedOn: today }), today)).toEqual({ word: '已归还', tone: 'done' })
  })
  it('stand with the longest overdue first and those that came back last', () => {
    const loans = [
      loan({ id: 'back', returnedOn: localDate('2026-11-10') }),
      loan({ id: 'later', dueOn: localDate('2026-11-30') }),
      loan({ id: 'late' }),
    ]
    expect(inLoanOrder(loans).map(({ id }) => id)).toEqual(['late', 'later', 'back'])
    expect(loanTally(loans, today)).toBe('借出 2 卷，其中 1 卷超期')
    expect(loanTally([], today)).toBe('借出 0 卷')
  })
})
