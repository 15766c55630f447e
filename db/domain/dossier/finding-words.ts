import { formatChineseDate, parseLocalDate } from '../local-date.ts'
import { formatYuan } from '../money.ts'
import type { CaseStep } from './day-order.ts'
import type { PaperAttachment, PaperCapacity } from './dossier.ts'
import { type FormId, formTitle } from './forms.ts'
import type { Likeness } from './look-alike.ts'
import type { DossierCode, DossierFinding } from './rules.ts'

export const stepWords = {
  application: '申请',
  acceptance: '受理',
  notice: '告知权利义务',
  record: '调解记录',
  agreement: '协议或者终止通知',
  signature: '签字盖章',
  performance: '履行',
  followUp: '回访',
  closing: '结案',
} as const satisfies Record<CaseStep, string>

export const capacityWords = {
  party: '当事人',
  representative: '代理人',
  agent: '受委托人',
  mediator: '人民调解员',
  recorder: '记录人',
  registrar: '登记人',
  informer: '告知人',
  helper: '参加人',
  interviewee: '被调查人',
  investigator: '调查人',
  provider: '证据提供人',
  payee: '收款人',
  visitor: '回访人',
  filer: '立卷人',
  checker: '审核人',
  head: '负责人',
  body: '调解委员会',
} as const satisfies Record<PaperCapacity, string>

const proofWords = {
  guardianProof: '监护关系证明',
  legalRepProof: '营业执照或者法定代表人身份证明',
} as const satisfies Record<PaperAttachment, string>

const quotedWords: Readonly<Record<string, string>> = {
  applied: '申请日期',
  accepted: '受理日期',
  agreed: '协议日期',
  concluded: '调解结束日期',
  closed: '结案日期',
  born: '出生日期',
}

const howWords: Readonly<Partial<Record<Likeness, string>>> = {
  lookAlike: '，字形相近，多半是写错了',
  order: '，两个字的次序颠倒了',
  slip: '，只差一个字',
}

type Say = (finding: DossierFinding) => string

/** A detail as people read it: days in Chinese, sums in yuan. */
const told = ({ details }: DossierFinding, key: string): string => {
  const value = details[key]
  if (value === undefined) return '（不详）'
  if (key.endsWith('Fen') && typeof value === 'number') return `${formatYuan(value)} 元`
  const date = parseLocalDate(String(value))
  return date === undefined ? String(value) : formatChineseDate(date)
}

const titleOf = ({ form }: DossierFinding): string => (form ? `《${formTitle(form)}》` : '这份文书')
const stepOf = (finding: DossierFinding, key: string): string =>
  stepWords[finding.details[key] as CaseStep] ?? told(finding, key)
const signerOf = (finding: DossierFinding): string => {
  const role = capacityWords[finding.details['role'] as PaperCapacity] ?? told(finding, 'role')
  const name = finding.details['name']
  return name === undefined || name === '' ? role : `${role}${String(name)}`
}

const nearNumber =
  (what: string): Say =>
  (finding) =>
    finding.details['at'] === undefined
      ? `${told(finding, 'party')}的${what}与登记的差一两位`
      : `${told(finding, 'party')}的${what}第 ${told(finding, 'at')} 位写成“${told(finding, 'written')}”，登记的是“${told(finding, 'right')}”`
const otherNumber =
  (what: string): Say =>
  (finding) =>
    `写在${told(finding, 'party')}名下的${what}是${told(finding, 'other')}的`
const differentNumber =
  (what: string): Say =>
  (finding) =>
    `${told(finding, 'party')}的${what}与登记的不一样`

/** What is wrong, one sentence for each code. */
export const findingWords: Readonly<Record<DossierCode, Say>> = {
  paperMissing: (f) => {
    const either = f.details['either']
    return typeof either === 'string'
      ? `卷里没有${titleOf(f)}，也没有《${formTitle(either as FormId)}》`
      : `卷里没有${titleOf(f)}`
  },
  paperMissingForParty: (f) => `卷里没有${told(f, 'party')}的${titleOf(f)}`,
  proofMissing: (f) =>
    `${told(f, 'party')}的身份证明后面没有附${proofWords[f.details['proof'] as PaperAttachment] ?? '证明'}`,
  sourceMissing: () => '没有写明案件从哪里来',
  otherSideNotAsked: () => '没有记下对方当事人是否愿意调解',
  otherSideRefused: () => '记着对方当事人明确拒绝调解，却写着达成了协议',
  acceptanceDateMissing: () => '没有受理日期',
  acceptedBeforeApplication: (f) =>
    `受理（${told(f, 'laterOn')}）在申请（${told(f, 'earlierOn')}）之前`,
  rightsAfterRecord: (f) =>
    `先调解（${told(f, 'laterOn')}），后告知权利义务（${told(f, 'earlierOn')}）`,
  deadlineMissed: (f) =>
    `调解期限到${told(f, 'last')}为止，${told(f, 'ended')}才结束，超过 ${told(f, 'days')} 天，卷里没有双方同意延长的记载`,
  extensionNotConsented: (f) =>
    `调解期限到${told(f, 'last')}为止，延长到${told(f, 'until')}没有得到${told(f, 'names')}的同意`,
  mediatorIsParty: (f) =>
    f.details['sameNumber'] === true
      ? `调解员${told(f, 'mediator')}就是当事人${told(f, 'party')}`
      : `调解员${told(f, 'mediator')}与当事人${told(f, 'party')}一方的人同名`,
  recordAfterAgreement: (f) =>
    `调解记录（${told(f, 'earlierOn')}）写在协议或者终止通知（${told(f, 'laterOn')}）之后`,
  outOfDateOrder: (f) =>
    `${stepOf(f, 'later')}（${told(f, 'laterOn')}）早于${stepOf(f, 'earlier')}（${told(f, 'earlierOn')}）`,
  dateInFuture: (f) => `写着还没有到的日子：${told(f, 'date')}`,
  paperUndated: () => '没有写日期',
  dateDiffers: (f) =>
    `${quotedWords[String(f.details['what'])] ?? '日期'}写的是${told(f, 'written')}，应当是${told(f, 'right')}`,
  nameNearMiss: (f) =>
    `姓名写成“${told(f, 'written')}”，应当是“${told(f, 'right')}”${howWords[f.details['how'] as Likeness] ?? ''}`,
  nameDiffers: (f) => `姓名或者名称写成“${told(f, 'written')}”，登记的是“${told(f, 'right')}”`,
  nameOfOther: (f) =>
    `应当写“${told(f, 'right')}”的地方，写成了另一个当事人“${told(f, 'written')}”`,
  nameUnknown: (f) =>
    f.details['near'] === undefined
      ? `写着“${told(f, 'written')}”，案件里没有登记这个人`
      : `写着“${told(f, 'written')}”，案件里没有登记这个人，登记的有“${told(f, 'near')}”`,
  idNumberNearMiss: nearNumber('身份证号'),
  idNumberDiffers: differentNumber('身份证号'),
  idNumberOfOther: otherNumber('身份证号'),
  creditCodeNearMiss: nearNumber('统一社会信用代码'),
  creditCodeDiffers: differentNumber('统一社会信用代码'),
  creditCodeOfOther: otherNumber('统一社会信用代码'),
  addressDiffers: (f) =>
    `${told(f, 'party')}的住址写成“${told(f, 'written')}”，登记的是“${told(f, 'right')}”`,
  numberMissing: (f) =>
    f.details['right'] === undefined ? '没有写卷号' : `没有写卷号，应当是${told(f, 'right')}`,
  numberDiffers: (f) => `编号写成${told(f, 'written')}，卷号是${told(f, 'right')}`,
  amountDiffers: (f) => `写的金额是 ${told(f, 'writtenFen')}，协议是 ${told(f, 'rightFen')}`,
  receiptsExceed: (f) =>
    `履行凭证加起来 ${told(f, 'paidFen')}，比协议的 ${told(f, 'totalFen')}还多`,
  figuresCapitals: (f) => `数字 ${told(f, 'amountFen')}与大写“${told(f, 'capitals')}”不是一个数`,
  capitalsMissing: (f) => `金额 ${told(f, 'amountFen')}没有写大写，应当写“${told(f, 'capitals')}”`,
  capitalsUnreadable: (f) => `大写金额“${told(f, 'capitals')}”读不通`,
  figuresUnreadable: (f) => `金额“${told(f, 'figures')}”读不通`,
  instalmentsSum: (f) => `各期加起来 ${told(f, 'sumFen')}，总额写的是 ${told(f, 'totalFen')}`,
  signatureMissing: (f) => `${signerOf(f)}没有签字`,
  organisationSealMissing: (f) => `${signerOf(f)}没有盖单位公章`,
  fingerprintMissing: (f) => `${signerOf(f)}没有按指印`,
  sealMissing: () => '没有盖调解委员会的印章',
  sealDiffers: (f) => `盖的是“${told(f, 'written')}”的章，应当是“${told(f, 'right')}”`,
  readBackMissing: () => '没有注明笔录已经当事人看过或者已经读给当事人听',
  closedNotNoted: () => '这次调解不公开，记录上没有注明',
  evidenceSheetMissing: (f) => `清单上有“${told(f, 'title')}”，后面没有这份证据`,
  evidenceNotListed: (f) => `有证据“${told(f, 'title')}”，清单上没有列`,
  evidenceCountDiffers: (f) =>
    `清单上“${told(f, 'title')}”是 ${told(f, 'listed')} 页，后面有 ${told(f, 'count')} 页`,
  receiptsShort: (f) => `应当已经付 ${told(f, 'dueFen')}，履行凭证加起来只有 ${told(f, 'paidFen')}`,
  oralLabour: () => '劳动争议只做了口头协议，应当做成书面协议',
  oralNotAtOnce: () => '口头协议没有当场履行完，应当做成书面协议',
  signerNotAuthorised: (f) =>
    f.details['isAgent'] === true
      ? `${told(f, 'signer')}替${told(f, 'party')}签了字，只有一般授权，没有特别授权`
      : `${told(f, 'signer')}替${told(f, 'party')}签了字，案件里没有登记这个代理人`,
  guardianNotSigned: (f) => `${told(f, 'party')}未成年，监护人没有签字`,
  remediesNotTold: () => '没有写明已告知当事人可以通过仲裁、行政、司法途径解决',
  confirmationLate: (f) =>
    f.details['route'] === 'arbitral'
      ? `仲裁审查最迟${told(f, 'last')}申请，${told(f, 'appliedOn')}才申请`
      : `司法确认最迟${told(f, 'last')}申请，${told(f, 'appliedOn')}才申请`,
  followUpMissing: (f) =>
    f.details['last'] === undefined
      ? '没有回访记录'
      : `没有回访记录，最迟应当在${told(f, 'last')}回访`,
  followUpLate: (f) =>
    `最迟应当在${told(f, 'last')}回访，${told(f, 'visitedOn')}才回访，晚了 ${told(f, 'days')} 天`,
  orderWrong: (f) =>
    f.details['after'] === undefined
      ? '放的位置不对，应当放在最前面'
      : `放的位置不对，应当放在《${told(f, 'after')}》之后`,
  pagesUnnumbered: () => '没有编页码',
  notPrinted: () => '还没有打印，没有页码',
  nothingPrinted: () => '全卷还没有打印，没有页码',
  pageGap: (f) =>
    f.details['firstPage'] === f.details['lastPage']
      ? `缺第 ${told(f, 'firstPage')} 页`
      : `缺第 ${told(f, 'firstPage')} 页至第 ${told(f, 'lastPage')} 页`,
  pageDouble: (f) => `第 ${told(f, 'page')} 页的页码用了两次`,
  contentsRowMissing: (f) => `目录里没有列《${told(f, 'title')}》`,
  contentsRowTooMany: (f) => `目录里列了《${told(f, 'title')}》，卷里没有`,
  contentsPageDiffers: (f) =>
    `目录里《${told(f, 'title')}》写第 ${told(f, 'listed')} 页，实际在第 ${told(f, 'page')} 页`,
  supersededInVolume: () => '这一份已经被新的版本代替，不应当留在卷里',
  draftInVolume: () => '这一份还是草稿',
  paperDouble: (f) => `卷里有 ${told(f, 'count')} 份${titleOf(f)}，只应当有一份`,
  scanMissing: () => '签了字的纸质件还没有扫描',
  scanPagesMissing: (f) => `共 ${told(f, 'pages')} 页，只扫描了 ${told(f, 'scanned')} 页`,
  scanOutdated: (f) => `扫描的是旧版本，现在是第 ${told(f, 'version')} 版`,
  retentionMissing: () => '没有选保管期限',
}
