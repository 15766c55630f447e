import type { AgreementParty } from '#db/domain/agreement/content.ts'
import { formatChineseDate, type LocalDate } from '#db/domain/local-date.ts'
import { partyRoleLabels } from '#db/domain/party.ts'
import { makePaper, type PaperContext } from './paper-context.ts'
import { fieldRow, paragraph, paragraphs, paragraphsOf, type Block, type Paper } from './paper.ts'
import { partySignature } from './party-block.ts'
import { orBlank } from './wording.ts'

export type RegisterPaperInput = {
  context: PaperContext
  caseNumber: string
  caseTitle: string
  parties: readonly AgreementParty[]
  /** Labels of type and source as the statistics name them. */
  disputeType: string
  source: string
  /** True when the committee acts of its own motion. */
  ownMotion: boolean
  narrative: string
  claim: string
  acceptedOn: LocalDate | undefined
  registrarName: string
}

const partyTable = (parties: readonly AgreementParty[]): Block => ({
  kind: 'table',
  columns: [
    { header: '当事人', width: 84, align: 'center' },
    { header: '姓名或者名称', width: 130, align: 'left' },
    { header: '联系方式', width: 92, align: 'left' },
    { header: '单位或者住址', width: 139, align: 'left' },
  ],
  rows: parties.map((party) => [
    { text: partyRoleLabels[party.role] },
    { text: party.name },
    { text: party.phone ?? '' },
    { text: party.address ?? party.workUnit ?? '' },
  ]),
})

/** Characters of narrative and claim together that a row of the table takes. */
const rowLength = 500

/**
 * The committee's intake register.
 * @law 《人民调解法》第十七条; forms.md F03 (司法部 2010 form, field list rebuilt from filled dossiers)
 */
export const registerPaper = (input: RegisterPaperInput): Paper => {
  const { context, parties, acceptedOn } = input
  const date = acceptedOn === undefined ? '' : formatChineseDate(acceptedOn)
  const names = parties.map(({ name }) => name).join('、')
  const motion = input.ownMotion ? '主动调解' : '依当事人申请'
  // Most narratives fit a row of the table; a row is never broken, so a long one gets a section.
  const short = input.narrative.length + input.claim.length <= rowLength
  const told: Block[] = short
    ? []
    : [
        { kind: 'heading', text: '纠纷简要情况' },
        ...paragraphs(input.narrative),
        { kind: 'heading', text: '申请事项' },
        ...paragraphs(orBlank(input.claim)),
      ]
  const blocks: Block[] = [
    { kind: 'title', text: '人民调解受理登记表' },
    { kind: 'numberLine', text: `登记号：${input.caseNumber}` },
    paragraph(
      `${date === '' ? '　　　　年　　月　　日' : date}，本人民调解委员会${motion}，经当事人同意，调解${orBlank(names)}之间的纠纷。`,
    ),
    { kind: 'gap', units: 1 },
    partyTable(parties),
    {
      kind: 'fields',
      columns: [84, 361],
      rows: [
        fieldRow('纠纷类型', input.disputeType),
        fieldRow('案件来源', input.source),
        ...(short
          ? [
              fieldRow('纠纷简要情况', paragraphsOf(input.narrative).join(' ')),
              fieldRow('申请事项', paragraphsOf(input.claim).join(' ')),
            ]
          : []),
      ],
    },
    ...told,
    {
      kind: 'signatures',
      lead: [paragraph('备注：此表由人民调解委员会填写。')],
      parties: parties.map(partySignature),
      staff: [{ label: '登记人', name: input.registrarName }],
      seal: { sealName: context.body.sealName, date },
    },
  ]
  return makePaper('f03', '人民调解受理登记表', input.caseTitle, context, blocks)
}
