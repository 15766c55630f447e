import { formatChineseDate, type LocalDate } from '#db/domain/local-date.ts'
import { practiceMark } from './paper-context.ts'
import { fieldRow, formPage, paragraph, type Block, type Paper } from './paper.ts'

export type RecoveryKeySheetInput = {
  bodyName: string
  practice: boolean
  /** Groups with hyphens between, as shown once at set-up. */
  recoveryKey: string
  madeOn: LocalDate
}

const groupsPerLine = 4

const keyLines = (key: string): string[] => {
  const groups = key.trim().split(/[-\s]+/u)
  const lines: string[] = []
  for (let at = 0; at < groups.length; at += groupsPerLine) {
    lines.push(groups.slice(at, at + groupsPerLine).join(' - '))
  }
  return lines
}

const purpose = [
  '案件资料在这台电脑上是加密保存的。所有人的密码都忘了的时候，只有用这个恢复码才能打开。',
  '没有密码也没有恢复码，资料就再也打不开，任何人都没有办法。',
]

const keeping = [
  '现在就打印两份，逐字核对，分别装进信封密封保存，在封口处签名并写明日期。',
  '由中心主任和另一位负责人各保管一份，锁在两个不同的地方，不要和电脑放在一起。',
  '拿到它的人能打开全部案件资料：不要拍照、扫描、抄录，不要用手机和网络传送，像保管公章一样保管。',
  '用过一次、信封被拆开、遗失或者保管人变动时，请换新的恢复码，照样打印、密封，旧的销毁。',
]

/** @policy reliability.md §5.1: one page, two copies under seal; whoever holds it can open everything. */
export const recoveryKeySheet = (input: RecoveryKeySheetInput): Paper => {
  const numbered = (items: readonly string[]) =>
    items.map((text, index) => paragraph(`${index + 1}．${text}`))
  const blocks: Block[] = [
    { kind: 'title', text: '恢复码', letterhead: input.bodyName },
    { kind: 'numberLine', text: '密封保存' },
    { kind: 'gap', units: 2 },
    ...keyLines(input.recoveryKey).map((text): Block => ({ kind: 'big', text })),
    { kind: 'gap', units: 2 },
    { kind: 'heading', text: '这是什么' },
    ...numbered(purpose),
    { kind: 'heading', text: '怎么保管' },
    ...numbered(keeping),
    { kind: 'gap', units: 2 },
    {
      kind: 'fields',
      columns: [98, 343],
      rows: [
        fieldRow('生成日期', formatChineseDate(input.madeOn)),
        fieldRow('份号', '第　　　份，共两份'),
        fieldRow('保管人签名', ''),
        fieldRow('保管地点', ''),
        fieldRow('密封日期', ''),
      ],
    },
  ]
  return {
    formId: 'recovery-key',
    title: '恢复码',
    fileName: `恢复码 ${input.madeOn}`,
    page: formPage,
    mark: input.practice ? practiceMark : undefined,
    blocks,
  }
}
