import { readFileSync } from 'node:fs'
import type { AgreementParty, Clause } from '#db/domain/agreement/content.ts'
import { claimSheet } from '#db/domain/labour/claim-sheet.ts'
import { addMonths, localDate } from '#db/domain/local-date.ts'
import { splitEvenly } from '#db/domain/money.ts'
import { paperCode } from '#db/domain/paper-code.ts'
import { calcAnnexPaper, type CalcAnnexInput } from '#documents/calc-annex.ts'
import { registerPaper } from '#documents/f03-register.ts'
import { noticePaper } from '#documents/f04-notice-of-rights.ts'
import { minutesPaper, type MinutesPaperInput } from '#documents/f09-minutes.ts'
import { agreementPaper, type AgreementPaperInput } from '#documents/f10-agreement.ts'
import { parseNoticeText } from '#documents/notice-text.ts'
import type { PaperContext } from '#documents/paper-context.ts'
import { paperFonts } from '#documents/paper-fonts.ts'
import type { Paper } from '#documents/paper.ts'
import { receiptPaper } from '#documents/receipt.ts'
import { recoveryKeySheet } from '#documents/recovery-key-sheet.ts'
import type { ScreenSignature } from '#documents/screen-marks.ts'
import { labourTables, sound } from '#tests/support/labour-calc.ts'
import { handStrokes } from '#tests/support/strokes.ts'
import { undisputedFactsPaper, type UndisputedFactsInput } from '#documents/undisputed-facts.ts'

/** What a Linux desktop with fonts-noto-cjk has. */
export const notoFonts = paperFonts(['Noto Serif CJK SC', 'Noto Sans CJK SC'])

/** Every name, number and place here is made up. */
export const sampleContext: PaperContext = {
  body: {
    fullName: '云溪镇人民调解委员会',
    shortName: '云人调',
    sealName: '云溪镇人民调解委员会',
    address: '云溪镇中心路1号一楼窗口',
    phone: '0000-0000000',
    region: '000000',
    letterhead: '',
    committeeKind: 'town',
  },
  practice: false,
  draft: false,
}

export const worker: AgreementParty = {
  id: 'p1',
  role: 'applicant',
  kind: 'person',
  name: '张三',
  sex: 'male',
  ethnicity: '汉族',
  age: 36,
  idNumber: '000000199002300018',
  occupation: '缝纫工',
  phone: '13800000000',
  address: '云溪镇新兴村2组18号',
  representatives: [],
}

export const employer: AgreementParty = {
  id: 'p2',
  role: 'respondent',
  kind: 'organisation',
  name: '云溪镇晨光童装有限公司',
  creditCode: '91000000MA00000000',
  phone: '0000-0000001',
  address: '云溪镇工业园区3号',
  legalRepName: '李四',
  legalRepTitle: '经理',
  representatives: [{ name: '王五', kind: 'agent', relation: '公司职员', authority: 'special' }],
}

export const payment = (totalFen: number, count: number): Clause => ({
  id: `pay-${count}`,
  kind: 'payment',
  text: '双方确认欠付工资数额，',
  payment: {
    payerId: 'p2',
    payeeId: 'p1',
    totalFen,
    method: 'bankTransfer',
    account: '张三，某银行，6200000000000000000',
    instalments: splitEvenly(totalFen, count).map((amountFen, index) => ({
      dueOn: addMonths(localDate('2026-12-20'), index),
      amountFen,
    })),
  },
})

const otherTexts = [
  '被申请人于2026年12月31日前（含当日）为申请人开具解除劳动关系的证明，并办理档案和社会保险关系转移手续。',
  '任何一期款项逾期未付，申请人有权就全部未付款项要求被申请人一次性支付。',
  '被申请人就拖欠工资一事当面向申请人致歉，申请人表示谅解。',
  '双方就本纠纷再无其他争议。',
]

export const otherClause = (index: number): Clause => ({
  id: `c${index}`,
  kind: 'other',
  text: otherTexts[index % otherTexts.length] ?? '',
})

/** Vectors V11 and V12b: 17,048.28 yuan in three instalments. */
export const wageAgreement: AgreementPaperInput = {
  context: sampleContext,
  fileNumber: '（2026）云人调字第12号',
  disputeTitle: '张三与晨光童装劳动报酬纠纷',
  content: {
    facts:
      '申请人自2024年3月起在被申请人处从事缝纫工作，约定月工资4,800元。2026年7月至9月被申请人未发放工资，10月申请人出勤12天后离职，被申请人也未结算。申请人多次催要未果，于2026年11月20日向本会申请调解。',
    issues: '双方对欠付工资的月份没有争议，对10月出勤天数的工资计算方法和支付时间有争议。',
    responsibilities:
      '被申请人未按月足额支付工资，应当承担支付欠付工资的责任；申请人离职前未办理交接，予以配合。',
    clauses: [payment(1_704_828, 3), otherClause(0), otherClause(1), otherClause(3)],
    performanceManner: '银行转账至申请人本人账户',
    performanceDeadline: '按第一条所列各期日期履行，2027年2月20日前全部履行完毕',
    performancePlace: '云溪镇',
    copies: 3,
  },
  parties: [worker, employer],
  mediatorNames: ['赵六'],
  recorderName: '孙七',
  date: localDate('2026-11-22'),
}

export const sampleCode = paperCode('0123456789abcdef'.repeat(4))

/** Approved, so with its code; a party and an agent, the mediator and the recorder signed on screen. */
export const signedOnScreen = (context = sampleContext): Paper => {
  const signed = (
    capacity: ScreenSignature['capacity'],
    signerName: string,
    hand: number,
    partyId?: string,
  ): ScreenSignature => ({
    capacity,
    signerName,
    partyId,
    strokes: handStrokes(hand),
    witnessName: '周八',
    signedAt: '2026-11-22T01:30:00.000Z',
  })
  return agreementPaper({
    ...wageAgreement,
    context: { ...context, code: sampleCode },
    screens: [
      signed('party', '张三', 0, 'p1'),
      signed('representative', '王五', 1, 'p2'),
      signed('mediator', '赵六', 2),
      signed('recorder', '孙七', 3),
    ],
  })
}

/** `instalments` 0: no payment among the clauses. */
export const agreementWith = (clauseCount: number, instalments: number): Paper => {
  const payments = instalments > 0 ? [payment(1_704_828, instalments)] : []
  const others = Array.from({ length: clauseCount - payments.length }, (_, index) =>
    otherClause(index),
  )
  const content = { ...wageAgreement.content, clauses: [...payments, ...others] }
  return agreementPaper({ ...wageAgreement, content })
}

export const agreementOf = (partyCount: number): Paper => {
  const parties = Array.from({ length: partyCount }, (_, index) => ({
    ...(index % 3 === 1 ? employer : worker),
    id: `p${index + 1}`,
    ...(index % 4 === 0 ? { name: '某'.repeat(1 + 2 * index) } : {}),
  }))
  return agreementPaper({ ...wageAgreement, parties })
}

const spoken = [
  '月工资4,800元，从7月起没有发，10月干了12天。',
  '公司承认欠薪，但是订单下滑，资金周转困难，希望分3期支付，每期5,682.76元（共17,048.28元），第1期在2026年12月20日前。',
  '同意。',
  '依照《劳动合同法》第三十条，用人单位应当及时足额支付劳动报酬；拖欠的，劳动者可以依法申请支付令。“先付一期”的方案，双方是否可以接受？',
  '可以——不过要写清楚逾期怎么办，比如A厂、B厂以前说话不算数……',
]
const speakers = ['张三', '李四（晨光童装）', '调解员赵六']

export const sampleMinutes: MinutesPaperInput = {
  context: sampleContext,
  caseTitle: '张三与晨光童装劳动报酬纠纷',
  caseNumber: 'MT-2026-000123',
  ordinal: 1,
  comers: [],
  place: '调解室一',
  isOpen: false,
  startedAt: '2026-11-22T01:30:00.000Z',
  endedAt: '2026-11-22T03:15:00.000Z',
  rightsToldAt: '2026-11-22T01:32:00.000Z',
  parties: [worker, employer],
  helpers: [{ name: '周八', note: '镇工会' }],
  mediatorName: '赵六',
  recorderName: '孙七',
  entries: [],
  concessionsLeftOut: false,
  result: 'agreed',
  resultNote: '',
}

export const minutesWith = (entryCount: number): Paper =>
  minutesPaper({
    ...sampleMinutes,
    entries: Array.from({ length: entryCount }, (_, index) => ({
      speaker: speakers[index % speakers.length] ?? '',
      text: spoken[index % spoken.length] ?? '',
    })),
  })

export const noticeText = parseNoticeText(
  readFileSync(new URL('../../resources/forms/f04.json', import.meta.url), 'utf8'),
)

const registration = {
  context: sampleContext,
  caseNumber: 'MT-2026-000123',
  caseTitle: '张三与晨光童装劳动报酬纠纷',
  parties: [worker, employer],
  disputeType: '劳动争议·拖欠农民工工资',
  registrarName: '周八',
}

export const sampleRegister = {
  ...registration,
  source: '当事人申请',
  ownMotion: false,
  narrative: wageAgreement.content.facts,
  claim: '请求支付拖欠的工资17,048.28元。',
  acceptedOn: localDate('2026-11-22'),
}

export const sampleNotice = {
  ...registration,
  tellerName: '赵六',
  toldOn: localDate('2026-11-22'),
  notice: noticeText,
  isLabour: true,
}

export const sampleReceipt = {
  ...registration,
  appliedAt: '2026-11-22T01:30:00.000Z',
  accepted: true,
}

export const sampleFacts: UndisputedFactsInput = {
  context: sampleContext,
  caseNumber: registration.caseNumber,
  caseTitle: registration.caseTitle,
  parties: [worker, employer],
  facts: [
    {
      text: '申请人月工资4,800元。',
      answers: [
        { partyId: 'p1', answer: 'yes', at: '2026-11-22T02:00:00.000Z' },
        { partyId: 'p2', answer: 'yes', at: '2026-11-22T02:01:00.000Z' },
      ],
    },
    {
      text: '10月出勤12天。',
      answers: [
        { partyId: 'p1', answer: 'yes', at: '2026-11-22T02:02:00.000Z' },
        { partyId: 'p2', answer: 'no', at: '2026-11-22T02:03:00.000Z' },
      ],
    },
    { text: '11月20日离职。\n没有办理交接。', answers: [] },
  ],
  mediatorName: '赵六',
  madeOn: localDate('2026-11-22'),
}

export const sampleRecoverySheet = {
  bodyName: sampleContext.body.fullName,
  practice: false,
  recoveryKey: 'ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2-34567-89ABC-DEFGH',
  madeOn: localDate('2026-11-22'),
}

const reckonedSheet = claimSheet(
  {
    claimant: 'worker',
    items: [
      { calculator: 'severance', input: sound.severance },
      { calculator: 'overtime', input: sound.overtime },
      { calculator: 'arrears', input: { ...sound.arrears, paidFen: 0 } },
      { calculator: 'annual-leave', input: sound['annual-leave'] },
    ],
    agreedFen: 5_800_000,
  },
  labourTables,
)

/** The claim sheet of the facts (labour-calculators.md §9). */
export const sampleAnnex = (): CalcAnnexInput => {
  if (!reckonedSheet.ok) throw new Error(JSON.stringify(reckonedSheet.reasons))
  const { result, items } = reckonedSheet
  return {
    context: sampleContext,
    caseNumber: registration.caseNumber,
    caseTitle: registration.caseTitle,
    parties: [worker, employer],
    calculation: {
      name: 'claim-sheet',
      title: '张三的请求',
      input: {
        claimant: 'worker',
        agreedFen: 5_800_000,
        items: [
          {
            calculator: 'severance',
            input: {
              ...sound.severance,
              sources: { startOn: '劳动合同', baseFen: '张三提供的2026年银行流水' },
            },
          },
          { calculator: 'overtime', input: sound.overtime },
          { calculator: 'arrears', input: { ...sound.arrears, paidFen: 0 } },
          { calculator: 'annual-leave', input: sound['annual-leave'] },
        ],
      },
      result: { ...result, items },
      statutory: true,
      keptByName: '赵六',
      keptAt: '2026-11-22T02:00:00.000Z',
    },
  }
}

/** One of each form. */
export const everyForm = (context: PaperContext = sampleContext): Paper[] => [
  registerPaper({ ...sampleRegister, context }),
  noticePaper({ ...sampleNotice, context }),
  minutesPaper({ ...sampleMinutes, context }),
  agreementPaper({ ...wageAgreement, context }),
  receiptPaper({ ...sampleReceipt, context }),
  undisputedFactsPaper({ ...sampleFacts, context }),
  calcAnnexPaper({ ...sampleAnnex(), context }),
  recoveryKeySheet({ ...sampleRecoverySheet, practice: context.practice }),
]
