import { formatChineseDate } from '../local-date.ts'
import type { Dossier, DossierPaper } from './dossier.ts'
import { findingWords } from './finding-words.ts'
import { formTitle } from './forms.ts'
import type { DossierFinding, Mend } from './rules.ts'

const mendWords: Readonly<Record<Mend, (title: string) => string>> = {
  makePaper: (title) => `做一份${title}，写做的当天的日期，放在它的位置`,
  fetchPaper: (title) => `向出具的单位或者当事人要${title}，要不到的写进《卷宗情况说明》`,
  findPaper: (title) =>
    `找到${title}的原件放回去；确实没做的，请当事人到场补做，写补做当天的日期，并写进《卷宗情况说明》`,
  addProof: (title) => `请当事人提供证明的复印件，附在${title}后面`,
  fillCase: () => '到案件登记里补填',
  askOtherSide: () => '问清对方当事人是否愿意调解，记在案件登记里',
  endMediation: () => '对方当事人明确拒绝的，不能调解；查清后改正登记或者终止调解',
  checkDates: () => '对照原件查清哪个日期写错了；确实写错的，更正后请当事人在更正处按指印',
  explainInNote: () => '日期属实的不要改，把原因写进《卷宗情况说明》',
  getConsent: () => '补入双方同意延长的书面材料；没有同意的，写进《卷宗情况说明》报负责人',
  replaceMediator: () =>
    '查清是不是同一个人：是的，换调解员重新调解，先前的记录和协议报负责人处理；只是同名的，登记双方的身份证号',
  fillDate: () => '向签字的人核实后补写日期',
  correctName: (title) =>
    `对照身份证件，在${title}上更正并请当事人按指印；登记错的，改登记后重新打印`,
  checkName: () => '认一认是谁：写错的更正，漏登记的补登记',
  correctNumber: (title) =>
    `对照证件原件，在${title}上更正并请当事人按指印；登记错的，改登记后重新打印`,
  correctAddress: () => '向当事人核实住址，把写错的一处改过来',
  fillFileNumber: (title) => `把${title}上的编号改成与封面相同`,
  correctAmount: () => '对照协议和凭证核实金额；协议写错的，双方到场更正或者重新签',
  sign: () => '请本人补签，写补签当天的日期；来不了的，写进《卷宗情况说明》',
  sealOrganisation: () => '请单位补盖公章',
  fingerprint: () => '请本人在签名上按指印',
  seal: () => '盖调解委员会的印章，压住日期',
  readBack: () => '请当事人看一遍或者读给他听，注明“已阅（已宣读），无误”再签字',
  noteClosed: () => '在记录上注明“不公开”，请当事人确认',
  completeEvidence: () => '把清单和证据逐份对一遍，缺的补齐，多的列上',
  collectReceipts: () => '向收款人补要收条或者转账凭证；没有付的，督促履行并记下来',
  writeAgreement: () => '做成书面协议，请双方签字、调解员签字并盖章',
  getAuthority: () => '补交写明特别授权的委托书，或者请当事人本人补签',
  guardianSigns: () => '请监护人到场补签',
  tellRemedies: () => '补告知可以申请仲裁、请求行政机关处理或者起诉，在终止通知上写明',
  chooseOtherRoute: () => '期限已过，告知当事人可以起诉、申请支付令或者办理公证',
  followUp: () => '安排回访，做回访记录；不回访的，写明原因',
  reorder: () => '按卷内顺序重新排放',
  printVolume: () => '打印整卷时会自动编页码',
  renumber: () => '找齐缺的页，从头重新编页码',
  remakeContents: () => '重新生成卷内目录',
  takeOut: () => '多余的一份取出来，不要订进卷里',
  finalise: () => '定稿并签字后换上正式件，不用的草稿取出来',
  scan: () => '把签了字的纸质件从头到尾重新扫描一遍',
  chooseRetention: () => '选短期、长期或者永久，写在封面上',
}

const paperAt = (path: string, { papers }: Dossier): DossierPaper | undefined =>
  papers.find(({ id }) => path === `papers.${id}` || path.startsWith(`papers.${id}.`))

const pageWords = ({ pages: { from, count } }: DossierPaper): string[] => {
  if (from === undefined) return []
  const to = from + count - 1
  return [to > from ? `第 ${from}—${to} 页` : `第 ${from} 页`]
}

const paperPlace = (paper: DossierPaper, { papers }: Dossier): string => {
  const main = papers.find(({ id }) => id === paper.partOf)
  const day = paper.date === undefined ? [] : [formatChineseDate(paper.date)]
  const more = [...day, ...pageWords(paper)]
  const own = `《${paper.title}》${more.length > 0 ? `（${more.join('，')}）` : ''}`
  return main ? `《${main.title}》所附的${own}` : own
}

/** `rule`: what is wrong; `where`; `mend`: what to do. */
export type FindingText = { rule: string; where: string; mend: string }

/**
 * A finding in words, for the head of a centre.
 * @policy issue 4 §2: rule, where, how to mend
 */
export const findingText = (finding: DossierFinding, dossier: Dossier): FindingText => {
  const paper = paperAt(finding.path, dossier)
  const title = paper?.title ?? (finding.form ? formTitle(finding.form) : undefined)
  const place = () => {
    if (finding.path.startsWith('mediators.')) return '调解员'
    if (finding.path === 'volume') return '整卷'
    return finding.path.startsWith('case.') || title === undefined
      ? '案件登记'
      : `卷内《${title}》的位置`
  }
  return {
    rule: findingWords[finding.code](finding),
    where: paper ? paperPlace(paper, dossier) : place(),
    mend: mendWords[finding.mend](title === undefined ? '这份文书' : `《${title}》`),
  }
}
