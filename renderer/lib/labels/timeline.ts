import type { CaseEventType, TerminationReason } from '#db/domain/case/status.ts'
import type { TimelineItem } from '#contract/cases.ts'
import { formatYuan } from '#db/domain/money.ts'
import type { PartKind } from '#db/domain/session/room.ts'
import { attachmentKindLabels, noteKindLabels, terminationReasonLabels } from './cases.ts'
import type { ApplicationStep } from '#db/domain/strengthening/application.ts'
import { formatInstant } from '../format/date.ts'
import { applicationStepLabels } from './strengthening.ts'
import { urgeAnswerLabels, urgeChannelLabels } from './obligations.ts'
import { sessionResultLabels } from './sessions.ts'
import { riskLooks } from './visits.ts'
import { recurrenceWords, satisfactionWords } from '#db/domain/visits/words.ts'

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
  'calc-annex': '计算说明',
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

const inTable = <K extends string, V>(
  table: Readonly<Record<K, V>>,
  key: string | undefined,
): V | undefined => (key !== undefined && Object.hasOwn(table, key) ? table[key as K] : undefined)

const fileNumber = (details: Details): string => {
  const number = textIn(details, 'fileNumber')
  return number ? ` ${number}` : ''
}

/** An amount of the details, in yuan. */
const fenIn = (details: Details, key: string): string | undefined => {
  const value = details[key]
  return typeof value === 'number' ? `${formatYuan(value)} 元` : undefined
}

const joined = (...words: readonly (string | undefined)[]): string | undefined =>
  words.filter((word) => word !== undefined && word !== '').join('，') || undefined

type Teller = string | ((details: Details) => Words)

/** An application with its office and its minute. */
const applied =
  (title: string) =>
  (details: Details): Words => {
    const at = textIn(details, 'appliedAt')
    return {
      title: textIn(details, 'routeName') ? `申请${textIn(details, 'routeName')}` : title,
      text: joined(textIn(details, 'target'), at && formatInstant(at)),
    }
  }

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
      inTable<TerminationReason, string>(
        terminationReasonLabels,
        textIn(details, 'terminationReason'),
      ) ?? '其他'
    }`,
    text: textIn(details, 'reason'),
  }),
  withdraw: withReason('申请人撤回'),
  transfer: (details) => ({
    title: joined('移送', textIn(details, 'target')) ?? '移送',
    text: textIn(details, 'reason'),
  }),
  performPartly: '部分履行',
  performFully: withReason('履行完毕'),
  catchUp: '逾期款项已补上',
  undoPerformance: withReason('撤销登记，恢复履行'),
  resumeConfirming: withReason('撤销登记，恢复等待确认'),
  resumeConfirmed: withReason('撤销登记，恢复履行'),
  comeBack: withReason('撤回起诉或者仲裁，恢复履行'),
  fallOverdue: '逾期未履行',
  applyForConfirmation: applied('申请确认'),
  confirm: (details) => ({
    title: textIn(details, 'routeName') ? `${textIn(details, 'routeName')}：已获得` : '获得确认',
    text: textIn(details, 'target'),
  }),
  refuseConfirmation: (details) => ({
    title: textIn(details, 'routeName') ? `${textIn(details, 'routeName')}：没有成` : '确认被驳回',
    text: textIn(details, 'reason'),
  }),
  applyForEnforcement: applied('申请强制执行'),
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
  const kind = inTable<PartKind, string>(partNames, textIn(details, 'part'))
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
  routeApplied: applied('登记申请'),
  routeProgress: (details) => ({
    title: `${textIn(details, 'routeName') ?? '申请'}：${
      inTable<ApplicationStep, string>(applicationStepLabels, textIn(details, 'step')) ?? '有进展'
    }`,
    text: joined(textIn(details, 'target'), textIn(details, 'reason')),
  }),
  handedOn: (details) => ({
    title: joined('转交', textIn(details, 'target')) ?? '转交',
    text: textIn(details, 'reason'),
  }),
  performanceRecorded: (details) => ({
    title: joined('登记履行', textIn(details, 'title'), fenIn(details, 'amountFen')) ?? '登记履行',
    text: joined(
      textIn(details, 'doneOn') && `${textIn(details, 'doneOn')} 履行`,
      textIn(details, 'parts') && `抵了 ${textIn(details, 'parts')} 期`,
    ),
  }),
  performanceUndone: (details) => ({
    title:
      joined('撤销履行登记', textIn(details, 'title'), fenIn(details, 'amountFen')) ??
      '撤销履行登记',
    text: textIn(details, 'reason'),
  }),
  performanceProofsAdded: (details) => ({
    title: `补充履行凭证${textIn(details, 'count') ? ` ${textIn(details, 'count')} 份` : ''}`,
  }),
  obligationDueSet: (details) => ({
    title: joined('定下履行日期', textIn(details, 'title')) ?? '定下履行日期',
    text: textIn(details, 'dueOn'),
  }),
  obligationsCorrected: (details) => ({
    title: '各期按更正后的协议重新列出',
    text: joined(
      textIn(details, 'dropped') && `更正前没有履行的 ${textIn(details, 'dropped')} 期不再有效`,
      textIn(details, 'carried') && `已经履行的 ${textIn(details, 'carried')} 笔照样计入`,
    ),
  }),
  urged: (details) => ({
    title:
      joined(
        '催促',
        inTable(urgeChannelLabels, textIn(details, 'channel')),
        textIn(details, 'person'),
      ) ?? '催促',
    text: joined(
      inTable(urgeAnswerLabels, textIn(details, 'answer')),
      textIn(details, 'promisedOn') && `答应 ${textIn(details, 'promisedOn')}`,
      fenIn(details, 'promisedFen'),
      textIn(details, 'words'),
    ),
  }),
  clockChanged: (details) => ({
    title: `${textIn(details, 'name') ?? '期限'}：${textIn(details, 'change') ?? '变动'}`,
    text: joined(
      textIn(details, 'onDay'),
      textIn(details, 'untilDay') && `至 ${textIn(details, 'untilDay')}`,
      textIn(details, 'reason'),
    ),
  }),
  clockPauseEnded: (details) => ({
    title: `${textIn(details, 'name') ?? '期限'}：恢复计算`,
    text: textIn(details, 'untilDay') && `中止到 ${textIn(details, 'untilDay')}`,
  }),
  clockChangeUndone: (details) => ({
    title: `${textIn(details, 'name') ?? '期限'}：撤销${textIn(details, 'change') ?? '变动'}`,
    text: textIn(details, 'reason'),
  }),
  dateTold: (details) => ({
    title: `填写${textIn(details, 'name') ?? '日期'}`,
    text: joined(textIn(details, 'onDay'), textIn(details, 'text')),
  }),
  dateForgotten: (details) => ({ title: `删去${textIn(details, 'name') ?? '日期'}` }),
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
  calculationKept: (details) => ({ title: `保存计算${named(details)}` }),
  calculationRemoved: (details) => ({ title: `删除计算${named(details)}` }),
  calculationRestored: (details) => ({ title: `恢复计算${named(details)}` }),
  claimReckoned: (details) => {
    const amount = textIn(details, 'amount')
    return { title: `按计算改请求金额${amount === undefined ? '' : `：${amount} 元`}` }
  },
  visitPlanned: (details) => ({
    title: `安排回访 ${textIn(details, 'plannedOn') ?? ''}`.trimEnd(),
  }),
  visitMoved: (details) => ({
    title: '改回访日期',
    text:
      textIn(details, 'movedFrom') &&
      `${textIn(details, 'movedFrom')} 改到 ${textIn(details, 'plannedOn')}`,
  }),
  visitSkipped: withReason('不做这次回访'),
  visitMade: (details) => ({
    title: `回访${textIn(details, 'visitedName') ? `：${textIn(details, 'visitedName')}` : ''}`,
    text: joined(
      inTable(satisfactionWords, textIn(details, 'satisfaction')),
      inTable(recurrenceWords, textIn(details, 'recurrence')),
    ),
  }),
  riskSet: (details) => ({
    title: `确定风险：${inTable(riskLooks, textIn(details, 'risk'))?.word ?? ''}`,
    text: textIn(details, 'words'),
  }),
  reEscalated: (details) => ({
    title: `纠纷再次发生，另立新案 ${textIn(details, 'caseNumber') ?? ''}`.trimEnd(),
  }),
  grewOutOf: (details) => ({
    title: `由 ${textIn(details, 'caseNumber') ?? '以前的案件'} 再次发生而来`,
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
