import type { AgreementRecord } from '#contract/agreements.ts'
import type { AgreementContent, Clause } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'

export const parties = [
  {
    id: 'p1',
    role: 'applicant' as const,
    kind: 'person' as const,
    name: '陈志强',
    representatives: [],
  },
  {
    id: 'p2',
    role: 'respondent' as const,
    kind: 'organisation' as const,
    name: '晨星童装有限公司',
    representatives: [],
  },
]

export const payClause: Clause = {
  id: 'c1',
  kind: 'payment',
  text: '',
  payment: {
    payerId: 'p2',
    payeeId: 'p1',
    totalFen: 1_800_000,
    method: 'cash',
    instalments: [
      { dueOn: localDate('2026-12-31'), amountFen: 900_000 },
      { dueOn: localDate('2027-01-31'), amountFen: 900_000 },
    ],
  },
}

export const content: AgreementContent = {
  facts: '拖欠工资。',
  issues: '工资数额。',
  responsibilities: '公司应当支付。',
  clauses: [payClause, { id: 'c2', kind: 'other', text: '双方再无其他争议。' }],
  performanceManner: '按期支付',
  performanceDeadline: '2027年1月31日前',
  performancePlace: '本中心',
  copies: 3,
}

/** An agreement as the core answers it, for tests of the page. */
export const agreementRecord: AgreementRecord = {
  id: 'a1',
  caseId: 'case1',
  caseNumber: 'MT-2026-000001',
  caseTitle: '陈志强与晨星童装',
  typeCode: '10.02',
  version: 1,
  status: 'draft',
  revision: 1,
  content,
  parties,
  mediatorName: '王芳',
  recorderName: '周敏',
  reasons: [],
  reviews: [],
  passedWarnings: [],
  lprTables: [],
  signatures: [],
  missingSignatures: [],
  deadlines: [],
  scans: [],
  printedCopies: 0,
  keyPoints: [],
  mayEdit: true,
  mayReview: false,
}
