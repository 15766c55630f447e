import type { LocalDate } from '../local-date.ts'
import type { DossierPaper, PrintedDate } from './dossier.ts'
import { type Facts, type Found, spanOf } from './facts.ts'
import type { FormId } from './forms.ts'
import type { DossierCode, DossierRuleId } from './rules.ts'

/** Steps of a case, in the order in which they have to happen. */
export const caseSteps = [
  'application',
  'acceptance',
  'notice',
  'record',
  'agreement',
  'signature',
  'performance',
  'followUp',
  'closing',
] as const
export type CaseStep = (typeof caseSteps)[number]

type Known = {
  step: CaseStep
  first: LocalDate
  last: LocalDate
  path: string
  paper: DossierPaper | undefined
}

type Dated = { date: LocalDate | undefined; path: string; paper: DossierPaper | undefined }

const known = (step: CaseStep, all: readonly Dated[]): Known[] => {
  const span = spanOf(all.map(({ date }) => date))
  if (!span) return []
  const at = all.find(({ date }) => date === span.first)
  return [{ step, ...span, path: at?.path ?? '', paper: at?.paper }]
}

const ofCase = (date: LocalDate | undefined, field: string): Dated => ({
  date,
  path: `case.${field}`,
  paper: undefined,
})

const stepsOf = (facts: Facts): Known[] => {
  const papers = (...forms: FormId[]): Dated[] =>
    facts
      .of(...forms)
      .filter(({ filedLate }) => filedLate !== true)
      .map((paper) => ({ date: paper.date, path: `papers.${paper.id}.date`, paper }))
  const applications = papers('f02').filter(({ date }) => date !== undefined)
  const signatures = (facts.agreement?.signedBy ?? []).map((signature, index): Dated => ({
    date: signature.signedOn,
    path: `papers.${facts.agreement?.id ?? ''}.signedBy.${index}`,
    paper: facts.agreement,
  }))
  return [
    ...known(
      'application',
      applications.length > 0 ? applications : [ofCase(facts.case.appliedOn, 'appliedOn')],
    ),
    ...known('acceptance', [ofCase(facts.case.acceptedOn, 'acceptedOn')]),
    ...known('notice', papers('f04')),
    ...known('record', papers('f09')),
    ...known('agreement', papers('f10', 'f11', 'f18', 'withdrawal')),
    ...known('signature', signatures),
    ...known('performance', papers('f12')),
    ...known('followUp', papers('f13')),
    ...known('closing', [ofCase(facts.case.closedOn, 'closedOn')]),
  ]
}

const ruleOf = (earlier: CaseStep, later: CaseStep): [DossierRuleId, DossierCode] => {
  if (later === 'acceptance') return ['V1-acceptance', 'acceptedBeforeApplication']
  if (earlier === 'notice' && later === 'record') return ['V1-rights-told', 'rightsAfterRecord']
  if (earlier === 'record' && later === 'agreement') {
    return ['V3-record-first', 'recordAfterAgreement']
  }
  return ['V3-date-order', 'outOfDateOrder']
}

/** Visits go on while instalments run: only after the last payment a last one is due. */
const isEarly = (before: Known, step: Known, facts: Facts): boolean => {
  if (step.step !== 'followUp' || before.step !== 'performance') return step.first < before.last
  return step.last < (facts.case.performance === 'performed' ? before.last : before.first)
}

/**
 * Application, acceptance, notice of rights, record, agreement, signatures, performance, visit, closing; the same
 * day will do. Each step is held against the one before it that is known, so that one wrong day is one finding.
 * @law 《人民调解法》第二十三条、第二十七条、第二十九条、第三十一条 (C1, C9, D2, I1)
 */
export const stepsOutOfOrder = (facts: Facts): Found[] => {
  const steps = stepsOf(facts)
  return steps.flatMap((step, index): Found[] => {
    const before = steps[index - 1]
    if (!before || !isEarly(before, step, facts)) return []
    const [rule, code] = ruleOf(before.step, step.step)
    return [
      {
        rule,
        code,
        path: step.path,
        ...(step.paper ? { paper: step.paper } : {}),
        details: {
          earlier: before.step,
          earlierOn: before.last,
          later: step.step,
          laterOn: step.step === 'followUp' && step.last < before.last ? step.last : step.first,
        },
      },
    ]
  })
}

const factOn = (facts: Facts, { what, partyId }: PrintedDate): LocalDate | undefined => {
  const { appliedOn, acceptedOn, closedOn } = facts.case
  switch (what) {
    case 'applied':
      return appliedOn
    case 'accepted':
      return acceptedOn
    case 'agreed':
      return facts.agreement?.date
    case 'concluded':
      return facts.concludedOn
    case 'closed':
      return closedOn
    case 'born':
      return facts.dossier.parties.find(({ id }) => id === partyId)?.birthDate
  }
}

/**
 * A day that a paper quotes is the day that it was.
 * @policy forms.md §0, third review point
 */
export const datesThatDiffer = (facts: Facts): Found[] =>
  facts.dossier.papers
    .filter(({ superseded }) => !superseded)
    .flatMap((paper) =>
      paper.dates.flatMap((quoted, index): Found[] => {
        const right = factOn(facts, quoted)
        if (right === undefined || right === quoted.date) return []
        return [
          {
            rule: 'V3-dates-agree',
            code: 'dateDiffers',
            paper,
            path: `papers.${paper.id}.dates.${index}`,
            details: { what: quoted.what, written: quoted.date, right },
          },
        ]
      }),
    )

/**
 * Papers without a date that want one, and dates that have not come yet.
 * @policy forms.md §2
 */
export const undatedAndFuture = (facts: Facts): Found[] =>
  facts.papers.flatMap((paper): Found[] => {
    if (paper.date === undefined) {
      return facts.wants(paper)?.dated === true
        ? [{ rule: 'V3-dated', code: 'paperUndated', paper, path: `papers.${paper.id}.date` }]
        : []
    }
    const days = [paper.date, ...paper.signedBy.map(({ signedOn }) => signedOn)]
    const late = spanOf(days)?.last ?? paper.date
    if (late <= facts.today) return []
    return [
      {
        rule: 'V3-future-date',
        code: 'dateInFuture',
        paper,
        path: `papers.${paper.id}.date`,
        details: { date: late },
      },
    ]
  })
