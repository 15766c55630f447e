import { clauseText, hasInstalmentTable } from '#db/domain/agreement/clause-text.ts'
import {
  type AgreementContent,
  type AgreementParty,
  type Clause,
  type Payment,
  paymentMethodLabel,
} from '#db/domain/agreement/content.ts'
import { formatChineseDate, type LocalDate } from '#db/domain/local-date.ts'
import { capitalAmount, formatYuan } from '#db/domain/money.ts'
import { makePaper, type PaperContext } from './paper-context.ts'
import { paragraph, paragraphsOf, type Block, type Paper, type TableCell } from './paper.ts'
import { partyBlocks, partySignature } from './party-block.ts'
import { markPlaces, type ScreenSignature } from './screen-marks.ts'
import { blank, chineseCount, sentence } from './wording.ts'

export type AgreementPaperInput = {
  context: PaperContext
  /** `（2026）织人调字第12号`; undefined until it is approved. */
  fileNumber: string | undefined
  disputeTitle: string
  content: AgreementContent
  parties: readonly AgreementParty[]
  mediatorNames: readonly string[]
  recorderName: string
  date: LocalDate | undefined
  /** What was signed on screen; the other places stay empty for the hand. */
  screens?: readonly ScreenSignature[]
}

/** Longest text of a last clause that is held whole on the page of the signatures; characters. */
const shortClause = 220
/**
 * Rows of a table that are held on one page; more make another table with the same head.
 * Not left to the engines: LibreOffice breaks a long table after a few rows.
 */
const tableRows = 12

const numberText = ({ fileNumber, context }: AgreementPaperInput): string =>
  `编号：${fileNumber ?? `（　　　　）${context.body.shortName}字第　　　号`}`

const instalmentTables = (payment: Payment): Block[] => {
  const sum = payment.instalments.reduce((total, each) => total + each.amountFen, 0)
  const whole = Number.isSafeInteger(sum)
  const rows = payment.instalments.map((each, index): TableCell[] => [
    { text: String(index + 1) },
    { text: formatChineseDate(each.dueOn) },
    { text: formatYuan(each.amountFen) },
    { text: paymentMethodLabel(each.method ?? payment.method) },
  ])
  const sumRow: TableCell[] = [
    { text: '合计' },
    // A draft may hold amounts that together are beyond whole fen: their sum is not said.
    { text: whole ? `人民币${capitalAmount(sum)}` : blank, align: 'center', span: 2 },
    { text: whole ? `¥${formatYuan(sum)}` : blank, align: 'center' },
  ]
  const tables: Block[] = []
  for (let at = 0; at < rows.length; at += tableRows) {
    const table: Block = {
      kind: 'table',
      columns: [
        { header: '期次', width: 50, align: 'center' },
        { header: '履行日期', width: 130, align: 'center' },
        { header: '金额（元）', width: 110, align: 'right' },
        { header: '履行方式', width: 152, align: 'center' },
      ],
      rows: rows.slice(at, at + tableRows),
      sum: at + tableRows >= rows.length ? sumRow : undefined,
    }
    tables.push({ kind: 'together', blocks: [table] })
  }
  return tables
}

const clauseBlocks = (
  clause: Clause,
  index: number,
  parties: readonly AgreementParty[],
): Block[] => {
  const [first = blank, ...rest] = paragraphsOf(clauseText(clause, parties))
  const text = [paragraph(`${index + 1}．${first}`), ...rest.map((line) => paragraph(line))]
  if (!clause.payment || !hasInstalmentTable(clause)) return text
  return [...text, ...instalmentTables(clause.payment)]
}

const labelled = (label: string, text: string): Block[] => {
  const [first = blank, ...rest] = paragraphsOf(text)
  return [paragraph(sentence(`${label}：${first}`)), ...rest.map((line) => paragraph(line))]
}

/** @law 《人民调解法》第二十九条第二款 (D2, D3) */
const closing = ({ content, context, parties }: AgreementPaperInput): Block[] => {
  const { fullName } = context.body
  const spare = content.copies - parties.length - 1
  const shares =
    spare < 0
      ? ''
      : `，当事人各执一份，${fullName}留存一份${spare > 0 ? `，另备${chineseCount(spare)}份` : ''}`
  return [
    paragraph(
      `本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖${context.body.sealName}印章之日起生效；` +
        `一式${chineseCount(content.copies)}份${shares}。`,
    ),
  ]
}

/**
 * The written agreement, in the order of the 2010 form.
 * @law 《人民调解法》第二十九条 (D1, D2)
 */
export const agreementPaper = (input: AgreementPaperInput): Paper => {
  const { context, content, parties } = input
  const clauses = content.clauses.map((clause, index) => clauseBlocks(clause, index, parties))
  const lastClause = content.clauses.at(-1)
  const held =
    lastClause !== undefined &&
    !hasInstalmentTable(lastClause) &&
    clauseText(lastClause, parties).length <= shortClause
      ? (clauses.pop() ?? [])
      : []
  const places = markPlaces(
    input.screens ?? [],
    parties.map((party) => ({ partyId: party.id, place: partySignature(party) })),
    [
      ...input.mediatorNames.map((name) => ({
        capacity: 'mediator' as const,
        place: { label: '人民调解员', name },
      })),
      { capacity: 'recorder' as const, place: { label: '记录人', name: input.recorderName } },
    ],
  )
  const parts = parties.length > 2 ? '各方' : '双方'
  const blocks: Block[] = [
    { kind: 'title', text: '人民调解协议书' },
    { kind: 'numberLine', text: numberText(input) },
    ...partyBlocks(parties),
    { kind: 'heading', text: '一、纠纷主要事实、争议事项和各方责任' },
    ...labelled('主要事实', content.facts),
    ...labelled('争议事项', content.issues),
    ...labelled('各方责任', content.responsibilities),
    { kind: 'heading', text: '二、协议内容' },
    paragraph(`经调解，${parts}当事人自愿达成如下协议：`, { keepNext: true }),
    ...clauses.flat(),
    {
      kind: 'signatures',
      lead: [
        ...held,
        { kind: 'heading', text: '三、履行方式、期限和地点' },
        ...labelled('履行方式', content.performanceManner),
        ...labelled('履行期限', content.performanceDeadline),
        ...labelled('履行地点', content.performancePlace),
        ...closing(input),
      ],
      ...places,
      seal: {
        sealName: context.body.sealName,
        date: input.date === undefined ? '' : formatChineseDate(input.date),
      },
    },
  ]
  return makePaper('f10', '人民调解协议书', input.fileNumber ?? input.disputeTitle, context, blocks)
}
