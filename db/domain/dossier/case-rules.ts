import { findCaseSource } from '../case/taxonomy.ts'
import type { DossierPaper } from './dossier.ts'
import { type Facts, filled, type Found } from './facts.ts'
import { normalName } from './look-alike.ts'
import type { Details } from './rules.ts'

/**
 * Where the case came from, that both sides were willing, that it was accepted.
 * @law 《人民调解法》第十七条 (A4)
 */
export const acceptanceFindings = (facts: Facts): Found[] => {
  const { sourceCode, otherSide, acceptedOn, outcome } = facts.case
  const found: Found[] = []
  if (!findCaseSource(sourceCode)) {
    found.push({ rule: 'V1-source', code: 'sourceMissing', path: 'case.sourceCode' })
  }
  if (outcome === 'rejected') return found
  if (acceptedOn === undefined && outcome !== undefined && outcome !== 'withdrawn') {
    found.push({ rule: 'V1-acceptance', code: 'acceptanceDateMissing', path: 'case.acceptedOn' })
  }
  const went = outcome === 'agreed' || outcome === 'oral'
  const rule = 'V1-other-side'
  const path = 'case.otherSide'
  if (otherSide === 'refuses' && went) found.push({ rule, code: 'otherSideRefused', path })
  if (otherSide === 'notAsked' && outcome !== undefined && outcome !== 'withdrawn') {
    found.push({ rule, code: 'otherSideNotAsked', path })
  }
  return found
}

/**
 * A labour agreement is written; an oral one suits what is done on the spot; who fails is told the other ways.
 * @law 《劳动争议调解仲裁法》第十四条 (D6);《宁波市人民调解条例》第二十四条 (D5);《人民调解法》第二十六条 (C11)
 */
export const outcomeFindings = (facts: Facts): Found[] => {
  const { outcome, performance } = facts.case
  const found: Found[] = []
  if (outcome === 'oral' && facts.isLabour) {
    found.push({ rule: 'V5-labour-written', code: 'oralLabour', form: 'f10', path: 'case.outcome' })
  } else if (outcome === 'oral' && performance !== 'atOnce') {
    found.push({
      rule: 'V5-oral-at-once',
      code: 'oralNotAtOnce',
      form: 'f10',
      path: 'case.outcome',
    })
  }
  const notices = facts.of('f18')
  const [paper] = notices
  if (outcome === 'failed' && paper && !notices.some(({ remediesTold }) => remediesTold === true)) {
    const path = `papers.${paper.id}.remediesTold`
    found.push({ rule: 'V5-remedies', code: 'remediesNotTold', paper, path })
  }
  return found
}

/** @law 《人民调解工作若干规定》 (I3): filed by class; the years of a class are a setting */
export const retentionFindings = (facts: Facts): Found[] =>
  facts.case.outcome !== undefined && facts.case.retention === undefined
    ? [{ rule: 'V7-retention', code: 'retentionMissing', form: 'f00', path: 'case.retention' }]
    : []

/**
 * Cover, agreement and visit carry one number.
 * @policy forms.md §1 numbering
 */
export const numberFindings = (facts: Facts): Found[] => {
  const right = facts.case.fileNumber ?? facts.agreement?.number
  return facts.dossier.papers
    .filter(({ superseded }) => !superseded)
    .flatMap((paper): Found[] => {
      const at = { rule: 'V3-file-number', paper, path: `papers.${paper.id}.number` } as const
      if (!filled(paper.number)) {
        const wanted = paper.partOf === undefined && facts.wants(paper)?.numbered === true
        const details: Details = right === undefined ? {} : { right }
        return wanted && paper.isFinal ? [{ ...at, code: 'numberMissing', details }] : []
      }
      if (!filled(right) || normalName(paper.number) === normalName(right)) return []
      return [{ ...at, code: 'numberDiffers', details: { written: paper.number, right } }]
    })
}

type Sheet = { paper: DossierPaper; key: string }

/**
 * The evidence list and the sheets behind it are the same.
 * @policy forms.md F08
 */
export const evidenceFindings = (facts: Facts): Found[] =>
  facts
    .of('f08')
    .filter(({ listed }) => listed !== undefined)
    .flatMap((list): Found[] => {
      const sheets = facts.dossier.papers
        .filter(({ partOf, superseded }) => partOf === list.id && !superseded)
        .map((paper): Sheet => ({ paper, key: normalName(paper.title) }))
      const rows = (list.listed ?? []).map((row) => ({ ...row, key: normalName(row.title) }))
      const rule = 'V4-evidence-list'
      const missing = rows.flatMap(({ key, title, sheets: listed }, index): Found[] => {
        const path = `papers.${list.id}.listed.${index}`
        const own = sheets.filter((sheet) => sheet.key === key)
        const count = own.reduce((sum, { paper }) => sum + paper.pages.count, 0)
        if (own.length === 0) {
          return [{ rule, code: 'evidenceSheetMissing', paper: list, path, details: { title } }]
        }
        if (listed === undefined || listed === count) return []
        const details = { title, listed, count }
        return [{ rule, code: 'evidenceCountDiffers', paper: list, path, details }]
      })
      const extra = sheets
        .filter(({ key }) => !rows.some((row) => row.key === key))
        .map(({ paper }): Found => ({
          rule,
          code: 'evidenceNotListed',
          paper,
          path: `papers.${paper.id}`,
          details: { title: paper.title },
        }))
      return [...missing, ...extra]
    })
