import type { AgreementParty } from '../agreement/content.ts'
import type { LocalDate } from '../local-date.ts'
import type { DossierPaper, ListedRow, PrintedAmount, PrintedDate } from './dossier.ts'
import type { SheetWords } from './sheet-words.ts'
import { typedDay } from './typed-day.ts'

/** What a sheet says in words of its own; what it takes from the record cannot differ from it. */
export type WrittenWords = Pick<
  DossierPaper,
  'names' | 'idNumbers' | 'creditCodes' | 'addresses' | 'amounts' | 'dates'
> & {
  date: LocalDate | undefined
  number: string | undefined
  listed: ListedRow[] | undefined
  readBack: boolean
}

const isAsking = ({ role }: AgreementParty) => role === 'applicant' || role === 'coApplicant'

/** Lists of parties, as forms go through them. */
const loops: Readonly<Record<string, (party: AgreementParty) => boolean>> = {
  当事人: () => true,
  申请人: isAsking,
  被申请人: (party) => !isAsking(party),
  自然人: ({ kind }) => kind === 'person',
  单位: ({ kind }) => kind === 'organisation',
  委托人: ({ representatives }) => representatives.some(({ kind }) => kind === 'agent'),
}

type Row = Readonly<Record<string, string>>

/** Rows may name a field with or without its group. */
const inRow = (row: Row, name: string): string | undefined => {
  const key = Object.keys(row).find((each) => each === name || each.endsWith(`.${name}`))
  const text = key === undefined ? undefined : row[key]?.trim()
  return text === '' ? undefined : text
}

/** Names by which a form gives the day of the paper, the nearest first. */
const dayNames: Readonly<Record<string, readonly string[]>> = {
  f00: ['卷宗.立卷日期'],
  f02: ['文书.日期', '案件.申请日期'],
  f07: ['调查.时间', '文书.日期'],
  f11: ['协议.签订日期', '文书.日期'],
  f12: ['收款.日期', '文书.日期'],
  f13: ['回访.时间', '文书.日期'],
  'f14-persons': ['文书.日期', '确认.申请日期'],
  'f14-organisation': ['文书.日期', '确认.申请日期'],
  f15: ['卷宗.检查日期', '卷宗.立卷日期'],
  f17: ['卷宗.立卷日期', '文书.日期'],
  f18: ['文书.日期', '终止.日期'],
}
const usualDays = ['文书.日期', '函件.日期']

const quoted: Readonly<Record<string, PrintedDate['what']>> = {
  '案件.申请日期': 'applied',
  '不受理.申请日期': 'applied',
  '案件.受理日期': 'accepted',
  '协议.签订日期': 'agreed',
}

/** Who is named beside the parties of the lists. */
const nameFields = ['收款.付款人', '收款.收款人', '回访.被访人']
const staffFields = ['案件.调解员', '回访.回访人', '调查.调查人', '调查.记录人']

const splitNames = (text: string): string[] =>
  text
    .split(/[、，,；;\s]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')

const amountsOf = (form: string, { fields, lists }: SheetWords): PrintedAmount[] => {
  const figures = (name: string) => fields[name]?.trim() || undefined
  if (form === 'f12') {
    const paid = figures('收款.金额')
    return paid === undefined ? [] : [{ kind: 'paid', figures: paid }]
  }
  if (form === 'f12-proof') {
    const paid = (lists['履行'] ?? []).flatMap((row) => inRow(row, '实付金额') ?? [])
    return paid.map((each) => ({ kind: 'paid', figures: each }))
  }
  const total = figures('协议.总金额')
  return total === undefined ? [] : [{ kind: 'total', figures: total }]
}

const evidenceOf = (form: string, { lists }: SheetWords): ListedRow[] | undefined => {
  const rows = form === 'f08-list' || form === 'f08' ? lists['证据'] : undefined
  return rows?.flatMap((row) => {
    const title = inRow(row, '名称')
    const sheets = Number(inRow(row, '页数') ?? Number.NaN)
    if (title === undefined) return []
    return [{ title, ...(Number.isSafeInteger(sheets) ? { sheets } : {}) }]
  })
}

/**
 * @param parties of the case in their order: the rows of a list stand for them
 * @policy issue 4 §2: same names, numbers, dates and amounts in every paper
 */
export const writtenWords = (
  form: string,
  words: SheetWords,
  parties: readonly AgreementParty[],
): WrittenWords => {
  const { fields, lists } = words
  const rows = Object.entries(loops).flatMap(([loop, wanted]) => {
    const meant = parties.filter(wanted)
    return (lists[loop] ?? []).map((row, index) => ({ row, partyId: meant[index]?.id }))
  })
  const all = (name: string) =>
    rows.flatMap(({ row, partyId }) => {
      const text = inRow(row, name)
      return text === undefined ? [] : [{ text, ...(partyId === undefined ? {} : { partyId }) }]
    })
  const days = (dayNames[form] ?? usualDays).map((name) => typedDay(fields[name]))
  return {
    names: [
      ...all('姓名'),
      ...nameFields.flatMap((name) =>
        fields[name]?.trim() ? [{ text: fields[name].trim() }] : [],
      ),
      ...staffFields.flatMap((name) =>
        splitNames(fields[name] ?? '').map((each) => ({ text: each })),
      ),
    ],
    idNumbers: all('证件号码'),
    creditCodes: all('信用代码'),
    addresses: all('住址'),
    amounts: amountsOf(form, words),
    dates: [
      ...Object.entries(quoted).flatMap(([name, what]) => {
        const date = typedDay(fields[name])
        return date === undefined ? [] : [{ what, date }]
      }),
      ...rows.flatMap(({ row, partyId }) => {
        const date = typedDay(inRow(row, '出生日期'))
        return date === undefined || partyId === undefined
          ? []
          : [{ what: 'born' as const, date, partyId }]
      }),
    ],
    date: days.find((day) => day !== undefined),
    number: (fields['案件.卷号'] ?? fields['协议.编号'])?.trim() || undefined,
    listed: evidenceOf(form, words),
    readBack: ['调查.已宣读', '调查.已阅读'].some((name) =>
      ['是', 'true'].includes(fields[name]?.trim() ?? ''),
    ),
  }
}
