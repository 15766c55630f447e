import type { AgreementParty } from '#db/domain/agreement/content.ts'
import { formatChineseDate, formatChineseTime, type LocalDate } from '#db/domain/local-date.ts'
import { partyRoleLabels } from '#db/domain/party.ts'
import { makePaper, type PaperContext } from './paper-context.ts'
import { fieldRow, paragraph, paragraphsOf, type Block, type Paper } from './paper.ts'
import { partyList, partySignature } from './party-block.ts'

export type FactOfPaper = {
  text: string
  /** The last answer of each party to this wording; UTC instants. */
  answers: readonly { partyId: string; answer: 'yes' | 'no'; at: string }[]
}

export type UndisputedFactsInput = {
  context: PaperContext
  caseNumber: string
  caseTitle: string
  parties: readonly AgreementParty[]
  facts: readonly FactOfPaper[]
  mediatorName: string
  madeOn: LocalDate
}

const title = '无争议事实记载表'

const answerOf = (fact: FactOfPaper, partyId: string) =>
  fact.answers.find((answer) => answer.partyId === partyId)

const answerWords = (fact: FactOfPaper, party: AgreementParty): string => {
  const given = answerOf(fact, party.id)
  const who = `${partyRoleLabels[party.role]} ${party.name}`
  if (!given) return `${who} 尚未表示`
  const at = formatChineseTime(given.at)
  return `${who} ${given.answer === 'yes' ? '确认' : '有异议'}（${at}）`
}

const factBlocks = (
  fact: FactOfPaper,
  index: number,
  parties: readonly AgreementParty[],
): Block[] => [
  ...paragraphsOf(fact.text).map((text, line) =>
    paragraph(line === 0 ? `${index + 1}．${text}` : text),
  ),
  paragraph(parties.map((party) => answerWords(fact, party)).join('；'), { small: true }),
]

/**
 * The facts that nobody disputes, apart from the minutes, for both sides to sign; what one side has not confirmed
 * stands under a head of its own and is no undisputed fact.
 * @law 《最高人民法院关于人民法院特邀调解的规定》第二十二条: what is conceded for the sake of a settlement is left out (C15)
 * @policy The wording and the layout are the house's: forms.md names 无争议事实记载 among the papers of pre-trial
 * mediation but gives no form
 */
export const undisputedFactsPaper = (input: UndisputedFactsInput): Paper => {
  const { context, parties, facts } = input
  const isConfirmed = (fact: FactOfPaper) =>
    parties.every((party) => answerOf(fact, party.id)?.answer === 'yes')
  const confirmed = facts.filter(isConfirmed)
  const others = facts.filter((fact) => !isConfirmed(fact))
  const fields: Block = {
    kind: 'fields',
    columns: [78, 363],
    rows: [fieldRow('事由', input.caseTitle), fieldRow('当事人', partyList(parties))],
  }
  const section = (heading: string, list: readonly FactOfPaper[]): Block[] =>
    list.length === 0
      ? []
      : [
          { kind: 'heading', text: heading },
          ...list.flatMap((fact, index) => factBlocks(fact, index, parties)),
        ]
  const blocks: Block[] = [
    { kind: 'title', text: title },
    { kind: 'numberLine', text: `登记号：${input.caseNumber}` },
    { kind: 'together', blocks: [fields] },
    ...section('各方均已确认的事实', confirmed),
    ...section('尚未由各方全部确认，不作为无争议事实', others),
    ...(facts.length === 0 ? [paragraph('尚未记载无争议事实。')] : []),
    {
      kind: 'signatures',
      lead: [
        paragraph('为达成调解协议所作的让步以及因此认可的事实，不记入本表。'),
        paragraph('以上内容已由当事人阅读（向当事人宣读），核对无误后签名。'),
      ],
      parties: parties.map(partySignature),
      staff: [{ label: '人民调解员', name: input.mediatorName }],
      seal: { sealName: context.body.sealName, date: formatChineseDate(input.madeOn) },
    },
  ]
  return makePaper('undisputedFacts', title, input.caseTitle, context, blocks)
}
