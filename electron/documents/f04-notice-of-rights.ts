import type { AgreementParty } from '#db/domain/agreement/content.ts'
import { formatChineseDate, type LocalDate } from '#db/domain/local-date.ts'
import { printable, type NoticeText } from './notice-text.ts'
import { letterheadOf, makePaper, type PaperContext } from './paper-context.ts'
import { paragraph, type Block, type Paper } from './paper.ts'
import { partySignature } from './party-block.ts'

export type NoticePaperInput = {
  context: PaperContext
  caseTitle: string
  caseNumber: string
  parties: readonly AgreementParty[]
  /** Who tells: the mediator of the session. */
  tellerName: string
  toldOn: LocalDate | undefined
  /** The wording, from `resources/forms/f04.json`. */
  notice: NoticeText
  isLabour: boolean
}

/**
 * Notice of rights and duties that every party signs before mediation starts; its wording is dated data.
 * @law 《人民调解法》第二十三条、第二十四条;《人民调解工作若干规定》第三十条 (C1)
 */
export const noticePaper = (input: NoticePaperInput): Paper => {
  const { context, notice } = input
  const sections = notice.sections.flatMap((section): Block[] => {
    const items = printable(section.items).filter(({ labourOnly }) => input.isLabour || !labourOnly)
    if (items.length === 0) return []
    return [
      { kind: 'heading', text: section.heading },
      ...items.map((item, index) => paragraph(`${index + 1}．${item.text}`)),
    ]
  })
  const blocks: Block[] = [
    { kind: 'title', text: notice.title, letterhead: letterheadOf(context) },
    { kind: 'numberLine', text: `登记号：${input.caseNumber}` },
    paragraph('各位当事人：', { indent: false }),
    paragraph(notice.intro),
    ...sections,
    {
      kind: 'signatures',
      lead: [paragraph('以上内容已向当事人告知，当事人已经清楚。')],
      parties: input.parties.map(partySignature),
      staff: [{ label: '告知人', name: input.tellerName }],
      seal: {
        sealName: context.body.sealName,
        date: input.toldOn === undefined ? '' : formatChineseDate(input.toldOn),
      },
    },
  ]
  return makePaper('f04', notice.title, input.caseTitle, context, blocks)
}
