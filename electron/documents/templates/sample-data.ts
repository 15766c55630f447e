import { localDate } from '#db/domain/local-date.ts'
import type { FormData, FormParty } from '../forms/form-data.ts'
import type { PaperContext } from '../paper-context.ts'
import { sampleOffice } from './sample-office.ts'

/** At the head of a template that is shown filled. */
export const sampleMark = '样例·人名和数字都是编的'

/** For where no centre is at hand. */
export const sampleContext: PaperContext = {
  body: {
    fullName: '样例镇人民调解委员会',
    shortName: '样例调',
    sealName: '样例镇人民调解委员会',
    address: '样例镇样例路1号',
    phone: '000-00000000',
    region: '',
    letterhead: '',
    committeeKind: 'town',
  },
  practice: false,
  draft: false,
}

const day = localDate('2026-03-02')
const paidOn = localDate('2026-04-10')

const applicant: FormParty = {
  id: 'sample-1',
  role: 'applicant',
  kind: 'person',
  name: '张样例',
  sex: 'male',
  ethnicity: '汉族',
  age: 36,
  birthDate: localDate('1990-01-01'),
  idNumber: '000000199001010000',
  occupation: '样例工种',
  phone: '00000000001',
  address: '样例镇样例村1组1号',
  workUnit: '样例服装有限公司',
  postcode: '000000',
  email: 'sample@example.invalid',
  representatives: [
    { name: '赵样例', kind: 'agent', relation: '兄弟', authority: 'general', phone: '00000000002' },
  ],
}

const respondent: FormParty = {
  id: 'sample-2',
  role: 'respondent',
  kind: 'organisation',
  name: '样例服装有限公司',
  creditCode: '000000000000000000',
  phone: '000-00000001',
  address: '样例镇样例工业园1号',
  legalRepName: '李样例',
  legalRepTitle: '经理',
  representatives: [
    {
      name: '王样例',
      kind: 'agent',
      relation: '公司职员',
      authority: 'special',
      sex: 'female',
      age: 30,
      idNumber: '000000199601010000',
      phone: '00000000003',
      address: '样例镇样例路2号',
      workUnit: '样例律师事务所',
      licenceNumber: '00000000000000000',
      powers: ['evidence', 'sign'],
      otherPowers: '代收文书',
    },
  ],
}

const facts = '申请人2025年在被申请人处工作，尚有三个月工资没有结清。（样例文字）'

/** One of everything that a form may print, about people and a firm that do not exist. */
export const sampleData: FormData = {
  paper: { date: day, number: '1', copies: 3, preparer: '孙样例' },
  case: {
    number: 'MT-2026-000000',
    fileNumber: '（2026）样例调字第1号',
    title: '张样例与样例服装有限公司劳动报酬纠纷',
    disputeType: '劳动争议·拖欠工资',
    source: '当事人申请',
    ownMotion: false,
    narrative: facts,
    claim: '请求支付拖欠的工资12,000.00元。\n请求出具解除劳动关系的证明。',
    appliedOn: day,
    acceptedOn: day,
    startedOn: localDate('2026-03-05'),
    closedOn: localDate('2026-05-11'),
    mediatorNames: ['周样例', '吴样例'],
    recorderName: '郑样例',
    registrarName: '孙样例',
    result: '达成书面调解协议',
    performance: '两期款项已经全部付清。',
    amountFen: 1_200_000,
    peopleCount: 2,
    difficulty: '一般',
    risk: '低',
    mediatorOpinion: '协议已经履行完毕，建议结案。',
    headOpinion: '同意结案。',
  },
  parties: [applicant, respondent],
  dossier: {
    compilerName: '郑样例',
    compiledOn: localDate('2026-05-12'),
    retention: '长期',
    remark: '无',
    checkerName: '孙样例',
    checkedOn: localDate('2026-05-13'),
    reviewerName: '冯样例',
    reviewedOn: localDate('2026-05-13'),
    archiveNumber: '样例-0001',
    pages: 23,
    documents: 9,
    missing: '无',
    late: '无',
    damaged: '无',
    media: '光盘一张。',
    otherNotes: '无',
    contents: ['人民调解申请书', '人民调解记录', '人民调解协议书'].map((title, index) => ({
      title,
      pages: `${index * 2 + 1}-${index * 2 + 2}`,
    })),
  },
  investigation: {
    startedAt: '2026-03-03T01:00:00.000Z',
    endedAt: '2026-03-03T02:00:00.000Z',
    place: '样例镇样例工业园1号',
    attendees: '样例镇工会 陈样例',
    matter: '核对出勤和工资',
    interviewee: {
      name: '何样例',
      sex: 'female',
      ethnicity: '汉族',
      age: 41,
      occupation: '车间主任',
      phone: '00000000004',
      address: '样例镇样例村2组2号',
    },
    investigatorNames: ['周样例', '吴样例'],
    recorderName: '郑样例',
    readAloud: true,
    lines: [
      { speaker: '问', text: '申请人出勤多少天？（样例文字）' },
      { speaker: '答', text: '考勤表上写着。（样例文字）' },
    ],
  },
  evidence: ['考勤表', '工资条'].map((name) => ({
    name,
    kind: '书证',
    source: '当事人提供',
    providerName: '张样例',
    providedOn: day,
    original: false,
    copies: 1,
    pages: 2,
    proves: '出勤天数和工资数额',
    remark: '已核对',
  })),
  sessions: [
    {
      startedAt: '2026-03-05T01:30:00.000Z',
      endedAt: '2026-03-05T03:00:00.000Z',
      place: '调解室',
      isOpen: true,
      result: '达成协议',
    },
  ],
  agreement: {
    number: '（2026）样例调字第1号',
    signedOn: localDate('2026-03-05'),
    effectiveOn: localDate('2026-03-05'),
    oral: false,
    facts,
    issues: '拖欠工资的数额和支付时间。',
    responsibilities: '被申请人应当支付拖欠的工资。',
    manner: '银行转账。',
    deadline: '2026年5月10日前付清。',
    place: '样例镇',
    copies: 3,
    totalFen: 1_200_000,
    clauses: [
      {
        text: '样例服装有限公司分2期支付张样例人民币壹万贰仟元整（¥12,000.00）。',
        amountFen: 1_200_000,
        instalments: [
          { dueOn: paidOn, amountFen: 600_000, method: '银行转账' },
          { dueOn: localDate('2026-05-10'), amountFen: 600_000, method: '银行转账' },
        ],
      },
      { text: '双方就本纠纷再无其他争议。' },
    ],
  },
  performances: [
    {
      matter: '第1期工资',
      payerName: '样例服装有限公司',
      payeeName: '张样例',
      dueOn: paidOn,
      dueFen: 600_000,
      paidOn,
      paidFen: 600_000,
      method: '银行转账',
      proof: '转账回单',
      remark: '无',
    },
  ],
  payment: {
    payerName: '样例服装有限公司',
    payeeName: '张样例',
    amountFen: 600_000,
    paidOn,
    method: '银行转账',
    account: '张样例，样例银行，0000000000000000000',
    matter: '第1期工资',
    leftFen: 600_000,
  },
  visit: {
    visitedName: '张样例',
    at: '2026-05-18T02:00:00.000Z',
    manner: '电话',
    reason: '张样例与样例服装有限公司劳动报酬纠纷',
    performance: '款项全部按期付清。',
    satisfaction: '满意',
    laterSuit: '无',
    mistakes: '无',
    recurrence: '无',
    measures: '提醒按月足额支付工资。',
    visitorNames: ['周样例'],
  },
  ...sampleOffice,
}
