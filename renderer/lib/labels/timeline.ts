import type { CaseEventType, TerminationReason } from '#db/domain/case/status.ts'
import type { TimelineItem } from '#contract/cases.ts'
import type { PartKind } from '#db/domain/session/room.ts'
import { attachmentKindLabels, noteKindLabels, terminationReasonLabels } from './cases.ts'
import { sessionResultLabels } from './sessions.ts'

type Details = TimelineItem['details']
type Words = { title: string; text?: string }

const textIn = (details: Details, key: string): string | undefined => {
  const value = details[key]
  return value === undefined || value === '' ? undefined : String(value)
}

const withReason =
  (title: string) =>
  (details: Details): Words => ({ title, text: textIn(details, 'reason') })

/** Readers without the content get no details. */
const ordinal = (details: Details): string => {
  const number = textIn(details, 'ordinal')
  return number ? `第 ${number} 次谈话` : '谈话'
}

const version = (details: Details): string => {
  const number = textIn(details, 'version')
  return number ? `（第 ${number} 稿）` : ''
}

const paperNames: Readonly<Record<string, string>> = {
  f03: '受理登记表',
  f04: '权利义务告知书',
  f09: '调解笔录',
  f10: '调解协议书',
  receipt: '受理回执',
  undisputedFacts: '无争议事实记载表',
  volume: '全卷',
}

const paperOutput = (details: Details): Words => {
  const paper = paperNames[textIn(details, 'form') ?? ''] ?? textIn(details, 'title') ?? '文书'
  const channel = textIn(details, 'channel')
  if (channel === 'docx' || channel === 'pdf')
    return { title: `把${paper}存成${channel === 'docx' ? ' Word' : ' PDF'} 文件` }
  const copies = textIn(details, 'copies')
  return { title: `打印${paper}${copies ? ` ${copies} 份` : ''}` }
}

const inTable = <K extends string>(
  table: Readonly<Record<K, string>>,
  key: string | undefined,
): string | undefined =>
  key !== undefined && Object.hasOwn(table, key) ? table[key as K] : undefined

const fileNumber = (details: Details): string => {
  const number = textIn(details, 'fileNumber')
  return number ? ` ${number}` : ''
}

type Teller = string | ((details: Details) => Words)

/** Steps of the state machine. */
const steps = {
  submit: '登记',
  requestSupplement: withReason('要求补正'),
  supplement: '补齐材料',
  reject: withReason('不予受理'),
  accept: '受理',
  assign: (details) => ({ title: `分派给 ${textIn(details, 'mediatorName') ?? '调解员'}` }),
  takeOn: '接收案件',
  handBack: withReason('退回分派'),
  recordSession: (details) => {
    const result = inTable(sessionResultLabels, textIn(details, 'result'))
    return {
      title: `${ordinal(details)}结束${result ? `，${result}` : ''}`,
      text: textIn(details, 'note'),
    }
  },
  suspend: withReason('中止调解'),
  resume: '恢复调解',
  extend: (details) => {
    const until = textIn(details, 'until')
    return {
      title: `双方同意延长期限${until ? `到 ${until}` : ''}`,
      text: textIn(details, 'reason'),
    }
  },
  reachAgreement: (details) => ({ title: `协议审批通过，达成一致${fileNumber(details)}` }),
  completeSigning: (details) => {
    const day = textIn(details, 'effectiveOn')
    return { title: '签署完成，协议生效', text: day ? `生效日期 ${day}` : undefined }
  },
  performAtOnce: '签署并当场履行',
  refuseSigning: withReason('一方拒签'),
  terminate: (details) => ({
    title: `终止调解：${
      inTable<TerminationReason>(terminationReasonLabels, textIn(details, 'terminationReason')) ??
      '其他'
    }`,
    text: textIn(details, 'reason'),
  }),
  withdraw: withReason('申请人撤回'),
  transfer: withReason('移送'),
  performPartly: '部分履行',
  performFully: '履行完毕',
  fallOverdue: '逾期未履行',
  applyForConfirmation: '申请确认',
  confirm: '获得确认',
  refuseConfirmation: withReason('确认被驳回'),
  applyForEnforcement: '申请强制执行',
  startFollowUp: '开始回访',
  skipFollowUp: withReason('免予回访'),
  completeFollowUp: '回访完成',
  archive: (details) => {
    const count = textIn(details, 'findings')
    return {
      title: count === undefined || count === '0' ? '归档' : `归档，还有 ${count} 处没有改`,
      text: textIn(details, 'reason'),
    }
  },
  reopen: withReason('重新启用'),
} as const satisfies Record<CaseEventType, Teller>

const partNames: Readonly<Record<PartKind, string>> = {
  joint: '双方谈话',
  separate: '单独谈话',
  pause: '休会',
}

/** Readers without the content are not told which kind of part it was. */
const partEnded = (details: Details): Words => {
  const kind = inTable<PartKind>(partNames, textIn(details, 'part'))
  const minutes = textIn(details, 'minutes')
  return {
    title: `${ordinal(details)}：${kind ?? '一段'}结束`,
    text: minutes === undefined ? undefined : `用时 ${minutes} 分钟`,
  }
}

/** Readers without the content are not told which paper it was. */
const named = (details: Details): string => {
  const title = textIn(details, 'title')
  return title === undefined ? '' : `：《${title}》`
}

/** What else is written on the time line. */
const happenings: Readonly<Record<string, Teller>> = {
  phone: (details) => ({ title: noteKindLabels.phone, text: textIn(details, 'text') }),
  visit: (details) => ({ title: noteKindLabels.visit, text: textIn(details, 'text') }),
  note: (details) => ({ title: noteKindLabels.note, text: textIn(details, 'text') }),
  partiesUpdated: (details) => {
    const count = textIn(details, 'count')
    return { title: `修改当事人资料${count ? `（共 ${count} 位）` : ''}` }
  },
  sessionStarted: (details) => ({
    title: `${ordinal(details)}开始`,
    text: textIn(details, 'place'),
  }),
  rightsTold: (details) => ({ title: `${ordinal(details)}：已告知权利义务` }),
  partEnded,
  agreementDrafted: (details) => ({ title: `起草协议${version(details)}` }),
  agreementSubmitted: (details) => ({ title: `协议送审${version(details)}` }),
  recordingStarted: (details) => ({ title: `${ordinal(details)}开始录音，在场各方已同意` }),
  recordingStopped: (details) => ({ title: `${ordinal(details)}停止录音` }),
  recordingPurged: (details) => ({ title: `${ordinal(details)}的一段录音已删除` }),
  agreementRecalled: '撤回送审',
  agreementReturned: (details) => ({ title: '协议退回修改', text: textIn(details, 'words') }),
  agreementApproved: (details) => ({ title: `协议审批通过${fileNumber(details)}` }),
  agreementSignatures: (details) => ({
    title: `登记签名 ${textIn(details, 'count') ?? ''}`.trimEnd(),
  }),
  agreementSigned: (details) => ({ title: `新版本协议签署完成${fileNumber(details)}` }),
  signatureRemoved: '撤去一个登记错的签名',
  signatureFlagged: (details) => ({
    title: '屏幕签名有疑点，请核对',
    text: textIn(details, 'signerName'),
  }),
  readBackComplete: (details) => ({
    title:
      textIn(details, 'paper') === 'agreement'
        ? `协议逐条宣读完毕，当事人都说无误${version(details)}`
        : `${ordinal(details)}笔录宣读完毕，当事人都说无误`,
  }),
  attachmentAdded: (details) => ({
    title: `添加${inTable(attachmentKindLabels, textIn(details, 'attachmentKind')) ?? '附件'}`,
    text: textIn(details, 'name'),
  }),
  paperOutput,
  scansFiled: (details) => {
    const [pages, placed] = [textIn(details, 'pages'), textIn(details, 'placed')]
    const reason = textIn(details, 'reason')
    const counts = pages && placed ? `共 ${pages} 页，${placed} 页已归位` : undefined
    return {
      title: reason ? `归档后补入扫描件：${reason}` : '收进扫描件',
      text: [textIn(details, 'name'), counts].filter(Boolean).join('，') || undefined,
    }
  },
  archiveWritten: (details) => ({
    title: '归档后补写档案登记',
    text:
      [textIn(details, 'archiveNumber'), textIn(details, 'shelf'), textIn(details, 'remark')]
        .filter(Boolean)
        .join('，') || undefined,
  }),
  sheetAdded: (details) => ({ title: `添加文书${named(details)}` }),
  sheetRemoved: (details) => ({ title: `把文书移出卷宗${named(details)}` }),
  sheetRestored: (details) => ({ title: `把文书放回卷宗${named(details)}` }),
}

const tellers: Readonly<Record<string, Teller>> = { ...steps, ...happenings }

/** The title and text of one line of the time line. */
export const timelineWords = ({ kind, details }: Pick<TimelineItem, 'kind' | 'details'>): Words => {
  const teller = Object.hasOwn(tellers, kind) ? tellers[kind] : undefined
  if (teller === undefined) return { title: '其他事项', text: textIn(details, 'text') }
  return typeof teller === 'string' ? { title: teller } : teller(details)
}
