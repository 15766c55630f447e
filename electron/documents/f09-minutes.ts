import type { AgreementParty } from '#db/domain/agreement/content.ts'
import { formatChineseDate, formatChineseTime, localDateOf } from '#db/domain/local-date.ts'
import { partyRoleLabels, representativeKindLabels } from '#db/domain/party.ts'
import { sessionResultWords } from '#db/domain/session/result.ts'
import { makePaper, type PaperContext } from './paper-context.ts'
import {
  fieldRow,
  oneLine,
  paragraph,
  paragraphsOf,
  type Block,
  type Field,
  type Paper,
} from './paper.ts'
import { partySignature } from './party-block.ts'
import { blank, sentence } from './wording.ts'

export type MinutesEntry = { speaker: string; text: string }
/** A break that both sides know of, where it fell; UTC instants. */
export type MinutesRecess = { pausedAt: string; resumedAt?: string }

export type MinutesPaperInput = {
  context: PaperContext
  caseTitle: string
  caseNumber: string
  /** Which session of the case, from 1. */
  ordinal: number
  place: string
  isOpen: boolean
  /** UTC instants. */
  startedAt: string
  endedAt: string | undefined
  /** Undefined when nobody ticked it; then the paper does not say so. */
  rightsToldAt: string | undefined
  parties: readonly AgreementParty[]
  /** Who sat there for a party: the party itself, its legal representative, an agent. */
  comers: readonly { name: string; note: string; partyId?: string | undefined }[]
  /** Invited helpers only: not parties, mediators or recorder (forms.md F09). */
  helpers: readonly { name: string; note: string }[]
  mediatorName: string
  recorderName: string
  entries: readonly (MinutesEntry | MinutesRecess)[]
  /** Concessions were made and are not among the entries (C15). */
  concessionsLeftOut: boolean
  result: 'agreed' | 'notAgreed' | 'adjourned' | undefined
  resultNote: string
}

const timeText = ({ startedAt, endedAt }: MinutesPaperInput): string => {
  const from = formatChineseTime(startedAt)
  if (endedAt === undefined) return `${from}起`
  const to = formatChineseTime(endedAt)
  const sameDay = localDateOf(startedAt) === localDateOf(endedAt)
  return `${from}至${sameDay ? to.slice(to.indexOf(' ') + 1) : to}`
}

/** Hours and minutes; with its day when that is another than the session's first. */
const recessText = ({ pausedAt, resumedAt }: MinutesRecess, startedAt: string): string => {
  const clock = (at: string) => {
    const whole = formatChineseTime(at)
    return localDateOf(at) === localDateOf(startedAt) ? whole.slice(whole.indexOf(' ') + 1) : whole
  }
  const resumed = resumedAt === undefined ? '' : `，${clock(resumedAt)} 继续`
  return `（${clock(pausedAt)} 休会${resumed}）`
}

/** @law 《民事诉讼法解释》第一百零七条;《最高人民法院关于人民法院特邀调解的规定》第二十二条 (C15) */
const concessionWords = '依照有关规定，各方为达成协议所作的让步不记入本笔录。'

const entryBlocks = (entry: MinutesEntry): Block[] => {
  const [first = '', ...rest] = paragraphsOf(entry.text)
  const speaker = oneLine(entry.speaker)
  const runs = speaker === '' ? [] : [{ text: `${speaker}：`, bold: true }]
  return [
    { kind: 'paragraph', runs: [...runs, { text: first }] },
    ...rest.map((text) => paragraph(text)),
  ]
}

const rightsBlocks = ({ rightsToldAt }: MinutesPaperInput): Block[] =>
  rightsToldAt === undefined
    ? []
    : [
        paragraph(
          `调解员已于${formatChineseTime(rightsToldAt)}向当事人说明人民调解的性质、原则和效力，告知当事人在调解活动中享有的权利和承担的义务，当事人表示清楚。`,
        ),
      ]

/** 申请人 张某，被申请人 某公司（到场：法定代表人 李某） */
const presentParties = ({ parties, comers }: MinutesPaperInput): string =>
  parties
    .map((party) => {
      const others = comers
        .filter(({ partyId, name }) => partyId === party.id && name !== party.name)
        .map(({ name }) => `${capacityOf(party, name)}${name}`)
      const came = others.length > 0 ? `（到场：${others.join('、')}）` : ''
      return `${partyRoleLabels[party.role]} ${party.name}${came}`
    })
    .join('，')

const capacityOf = (party: AgreementParty, name: string): string => {
  if (party.legalRepName === name) return `${representativeKindLabels.legalRepresentative} `
  const representative = party.representatives.find((each) => each.name === name)
  return representative ? `${representativeKindLabels[representative.kind]} ` : ''
}

const wholeRow = (label: string, value: string): Field[] => [
  { label, value, labelSpan: 1, valueSpan: 3 },
]

/** Longest last entry that is held on the page of the signatures; characters. */
const shortEntry = 200

/**
 * The minutes of one session, made from its lines.
 * @law 《人民调解法》第二十七条;《人民调解工作若干规定》第三十五条 (C1, C9)
 */
export const minutesPaper = (input: MinutesPaperInput): Paper => {
  const { context, parties } = input
  const helpers = input.helpers.map(({ name, note }) =>
    note.trim() === '' ? name : `${name}（${note}）`,
  )
  const entries = input.entries.map((entry) =>
    'pausedAt' in entry ? [paragraph(recessText(entry, input.startedAt))] : entryBlocks(entry),
  )
  const last = input.entries.at(-1)
  const lastText = last && 'text' in last ? last.text : ''
  const held = lastText !== '' && lastText.length <= shortEntry ? (entries.pop() ?? []) : []
  const fields: Block = {
    kind: 'fields',
    columns: [78, 143, 78, 142],
    rows: [
      wholeRow('时间', timeText(input)),
      wholeRow('地点', `${input.place}（${input.isOpen ? '公开' : '不公开'}）`),
      wholeRow('事由', input.caseTitle),
      wholeRow('参加人', helpers.length === 0 ? '无' : helpers.join('、')),
      wholeRow('当事人', presentParties(input)),
      [...fieldRow('调解员', input.mediatorName), ...fieldRow('记录人', input.recorderName)],
    ],
  }
  const blocks: Block[] = [
    { kind: 'title', text: '人民调解记录' },
    { kind: 'numberLine', text: `登记号：${input.caseNumber}　第${input.ordinal}次` },
    { kind: 'together', blocks: [fields] },
    ...rightsBlocks(input),
    { kind: 'heading', text: '记录' },
    ...entries.flat(),
    {
      kind: 'signatures',
      lead: [
        ...held,
        { kind: 'heading', text: '调解结果' },
        paragraph(input.result === undefined ? blank : sessionResultWords[input.result]),
        ...paragraphsOf(input.resultNote).map((text) => paragraph(sentence(text))),
        ...(input.concessionsLeftOut ? [paragraph(concessionWords)] : []),
        paragraph('以上记录已由当事人阅读（向当事人宣读），与所述相符。'),
      ],
      parties: parties.map(partySignature),
      staff: [
        ...input.helpers.map(({ name }) => ({ label: '参加人', name })),
        { label: '人民调解员', name: input.mediatorName },
        { label: '记录人', name: input.recorderName },
      ],
      seal: {
        sealName: context.body.sealName,
        date: formatChineseDate(localDateOf(input.endedAt ?? input.startedAt)),
      },
    },
  ]
  const subject = `${input.caseTitle} 第${input.ordinal}次`
  return {
    ...makePaper('f09', '人民调解记录', subject, context, blocks),
    footNote: '当事人在本页签名：＿＿＿＿＿＿＿＿＿＿＿＿＿＿',
  }
}
