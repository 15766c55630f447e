import type { AgreementParty } from '#db/domain/agreement/content.ts'
import { formatChineseDate, formatChineseTime, localDateOf } from '#db/domain/local-date.ts'
import { letterheadOf, makePaper, type PaperContext } from './paper-context.ts'
import { fieldRow, paragraph, type Block, type Paper } from './paper.ts'
import { partyList } from './party-block.ts'

export type ReceiptInput = {
  context: PaperContext
  caseNumber: string
  caseTitle: string
  disputeType: string
  parties: readonly AgreementParty[]
  /** UTC instant of the application: kept to the minute (G4). */
  appliedAt: string
  accepted: boolean
  registrarName: string
}

/** @policy What a centre asks people to bring. */
const documentsToBring = [
  '本人身份证件；单位请带营业执照复印件和法定代表人身份证明。',
  '与纠纷有关的合同、单据、转账记录、照片等材料的原件和复印件。',
  '委托他人的，请带授权委托书和受托人身份证件。',
]

/**
 * What the applicant takes home: the number to ask by, and when the application was made, to the minute.
 * @policy workflow.md §2 step 1; the time of application matters for limitation (G4), which the slip does not claim
 */
export const receiptPaper = (input: ReceiptInput): Paper => {
  const { context } = input
  const { body } = context
  const title = input.accepted ? '受理回执' : '登记回执'
  const fields: Block = {
    kind: 'fields',
    columns: [78, 363],
    rows: [
      fieldRow('当事人', partyList(input.parties)),
      fieldRow('事由', input.disputeType),
      fieldRow('申请时间', formatChineseTime(input.appliedAt)),
      fieldRow('联系电话', body.phone),
      fieldRow('地址', body.address),
    ],
  }
  const toBring = documentsToBring.map((text, index) => paragraph(`${index + 1}．${text}`))
  const blocks: Block[] = [
    { kind: 'title', text: title, letterhead: letterheadOf(context) },
    { kind: 'numberLine', text: `登记号：${input.caseNumber}` },
    { kind: 'together', blocks: [fields] },
    paragraph(
      input.accepted
        ? `${body.fullName}已经收到并受理上述调解申请。调解员会与各方联系，约定谈话的时间和地点。`
        : `${body.fullName}已经收到上述调解申请。是否受理，将另行告知。`,
    ),
    paragraph('请保管好本回执，来电、来访时说明登记号。调解不收取任何费用。'),
    { kind: 'heading', text: '来谈话时请带' },
    ...toBring.slice(0, -1),
    {
      kind: 'signatures',
      lead: toBring.slice(-1),
      parties: [],
      staff: [{ label: '登记人', name: input.registrarName }],
      seal: { sealName: body.sealName, date: formatChineseDate(localDateOf(input.appliedAt)) },
    },
  ]
  return makePaper('receipt', title, input.caseNumber, context, blocks)
}
