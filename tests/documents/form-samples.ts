import { fileURLToPath } from 'node:url'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import { formAgreement, type FormData, type FormParty } from '#documents/forms/form-data.ts'
import type { FormBlock, FormDefinition } from '#documents/forms/form-definition.ts'
import { loadForms } from '#documents/forms/load-forms.ts'
import type { Paper } from '#documents/paper.ts'
import { employer, sampleContext, wageAgreement, worker } from './samples.ts'

export const definitionFolder = fileURLToPath(
  new URL('../../resources/forms/definitions', import.meta.url),
)
export const allForms = loadForms(definitionFolder)

const day = localDate('2026-11-22')

export const workerOfForm: FormParty = {
  ...worker,
  birthDate: localDate('1990-02-28'),
  postcode: '000000',
  email: 'a@example.invalid',
  workUnit: '云溪镇晨光童装有限公司',
}

export const employerOfForm: FormParty = {
  ...employer,
  representatives: [
    {
      name: '王五',
      kind: 'agent',
      relation: '公司职员',
      authority: 'special',
      sex: 'female',
      idNumber: '000000199103300028',
      phone: '13800000002',
      address: '云溪镇工业园区3号',
      licenceNumber: '00000000000000000',
      powers: ['evidence', 'concede', 'sign', 'collect'],
      otherPowers: '代收款项',
    },
  ],
}

const materials = [
  { name: '调解申请书', copies: 1, pages: 2 },
  { name: '身份证复印件', copies: 2, pages: 2, remark: '已核对' },
]

/** Two parties, a person and an organisation, and something of everything that forms may use. */
export const fullData: FormData = {
  paper: { date: day, number: '1', copies: 3, preparer: '周八' },
  case: {
    number: 'MT-2026-000123',
    fileNumber: '（2026）云人调字第12号',
    title: '张三与晨光童装劳动报酬纠纷',
    disputeType: '劳动争议·拖欠农民工工资',
    source: '当事人申请',
    ownMotion: false,
    narrative: wageAgreement.content.facts,
    claim: '请求支付拖欠的工资17,048.28元。\n请求出具解除劳动关系的证明。',
    appliedOn: day,
    acceptedOn: day,
    startedOn: day,
    closedOn: localDate('2027-02-20'),
    mediatorNames: ['赵六', '吴九'],
    recorderName: '孙七',
    registrarName: '周八',
    result: '达成书面调解协议',
    performance: '三期款项已经全部付清。',
    amountFen: 1_704_828,
    peopleCount: 2,
    difficulty: '一般',
    risk: '中',
    mediatorOpinion: '协议已经履行完毕，建议结案。',
    headOpinion: '同意结案。',
  },
  parties: [workerOfForm, employerOfForm],
  dossier: {
    compilerName: '孙七',
    compiledOn: localDate('2027-02-25'),
    retention: '长期',
    remark: '另附光盘一张',
    checkerName: '周八',
    checkedOn: localDate('2027-02-26'),
    reviewerName: '郑十',
    reviewedOn: localDate('2027-02-26'),
    pages: 23,
    documents: 9,
    missing: '工资表原件由被申请人保存，卷内为复印件。',
    late: '第三期汇款单于2027年2月21日补入。',
    damaged: '无',
    media: '调解录音光盘一张。',
    otherNotes: '无',
    contents: ['人民调解受理登记表', '权利义务告知书', '人民调解记录', '人民调解协议书'].map(
      (title, index) => ({ title, pages: `${index * 2 + 1}-${index * 2 + 2}` }),
    ),
  },
  investigation: {
    startedAt: '2026-11-22T05:00:00.000Z',
    endedAt: '2026-11-22T05:40:00.000Z',
    place: '云溪镇工业园区3号',
    attendees: '镇工会 周八',
    matter: '核对2026年7月至10月出勤和工资',
    interviewee: {
      name: '陈一',
      sex: 'female',
      age: 41,
      occupation: '车间主任',
      phone: '13800000003',
    },
    investigatorNames: ['赵六', '吴九'],
    recorderName: '孙七',
    readAloud: false,
    lines: [
      { speaker: '问', text: '张三10月出勤多少天？' },
      { speaker: '答', text: '考勤表上是12天，我签过字。' },
    ],
  },
  evidence: [
    {
      name: '考勤表',
      kind: '书证',
      source: '被申请人保存',
      providerName: '王五',
      providedOn: day,
      original: false,
      copies: 1,
      pages: 3,
      proves: '2026年7月至10月出勤天数',
    },
    {
      name: '微信聊天记录',
      kind: '电子数据',
      providerName: '张三',
      providedOn: day,
      original: true,
      copies: 1,
      pages: 5,
      proves: '被申请人承认欠付工资',
    },
  ],
  sessions: [
    {
      startedAt: '2026-11-22T01:30:00.000Z',
      endedAt: '2026-11-22T03:15:00.000Z',
      place: '调解室一',
      isOpen: false,
      result: '达成协议',
    },
  ],
  agreement: formAgreement(wageAgreement.content, wageAgreement.parties, {
    number: '（2026）云人调字第12号',
    signedOn: day,
    effectiveOn: day,
    oral: false,
  }),
  performances: [0, 1, 2].map((index) => ({
    matter: `第${index + 1}期工资`,
    payerName: employer.name,
    payeeName: worker.name,
    dueOn: addDays(localDate('2026-12-20'), index * 31),
    dueFen: 568_276,
    paidOn: addDays(localDate('2026-12-19'), index * 31),
    paidFen: 568_276,
    proof: '汇款单',
  })),
  payment: {
    payerName: employer.name,
    payeeName: worker.name,
    amountFen: 568_276,
    paidOn: localDate('2026-12-19'),
    method: '银行转账',
    account: '张三，某银行，6200000000000000000',
    matter: '第1期工资',
    leftFen: 1_136_552,
  },
  urge: {
    debtorName: employer.name,
    creditorName: worker.name,
    performBy: localDate('2027-01-02'),
    consequence: '对方可以向法院起诉',
    totalFen: 68_276,
    items: [
      {
        matter: '第1项第1期',
        dueOn: localDate('2026-12-20'),
        dueFen: 568_276,
        paidFen: 500_000,
        leftFen: 68_276,
        daysLate: 6,
      },
    ],
  },
  visit: {
    visitedName: '张三',
    at: '2027-02-22T02:00:00.000Z',
    manner: '电话',
    reason: '张三与晨光童装劳动报酬纠纷',
    performance: '三期款项全部按期付清。',
    satisfaction: '满意',
    laterSuit: '无',
    mistakes: '无',
    recurrence: '无',
    measures: '提醒被申请人按月足额支付工资。',
    visitorNames: ['赵六'],
  },
  confirmation: { courtName: '云溪县人民法院', appliedOn: localDate('2026-11-30') },
  termination: {
    reason: 'noAgreement',
    endedOn: localDate('2026-12-05'),
    note: '双方对10月工资的计算方法差距较大。',
    remedies: [
      { words: '申请劳动仲裁，不收费', source: '《劳动争议调解仲裁法》第五条' },
      { words: '向劳动保障监察机构投诉', source: '《劳动保障监察条例》第九条' },
    ],
    limitations: [
      {
        matter: '申请劳动争议仲裁',
        date: localDate('2027-10-13'),
        source: '《劳动争议调解仲裁法》第二十七条',
      },
    ],
  },
  refusal: {
    appliedOn: day,
    reason: '所涉纠纷人民法院已经受理。',
    whereToGo: '向受理的人民法院提出。',
  },
  letter: {
    number: '云调〔2026〕15号',
    to: '云溪县人力资源和社会保障局',
    subject: '拖欠工资',
    summary: wageAgreement.content.facts,
    reason: '当事人请求劳动保障监察。',
    dueOn: localDate('2026-12-20'),
    feedback: '请书面告知处理结果。',
    contactName: '周八',
    contactPhone: '0000-0000000',
    date: day,
    risk: '高',
    problems: '2026年7月至9月没有足额支付工资。',
    legalBasis: '《中华人民共和国劳动合同法》第三十条。',
    advice: '立即支付拖欠的工资，并建立按月支付制度。',
    measures: '已约见双方，安排专人值守。',
    theirNumber: '云法委〔2026〕8号',
    theirDate: localDate('2026-11-10'),
    handlerName: '赵六',
    materials,
  },
  closedSession: {
    atRequest: true,
    privacy: true,
    tradeSecret: false,
    sensitiveData: ['银行账户', '健康情况'],
    presentNames: ['张三', '王五', '赵六', '孙七'],
  },
  labour: {
    employedOn: localDate('2024-03-01'),
    hasContract: true,
    monthlyWageFen: 480_000,
    position: '缝纫工',
    leftOn: localDate('2026-10-13'),
    disputeOn: localDate('2026-11-20'),
    caseClass: '一般',
    commonClaim: '请求支付2026年7月至9月工资。',
    workers: Array.from({ length: 12 }, (_, index) => ({
      name: `职工${index + 1}`,
      idNumber: '000000199002300018',
      phone: '13800000000',
      amountFen: 1_440_000 + index,
    })),
    delegates: ['张三', '李二', '陈一'].map((name) => ({
      name,
      sex: 'female' as const,
      idNumber: '000000199002300018',
      phone: '13800000000',
      position: '缝纫工',
    })),
  },
  majorCase: {
    matter: '晨光童装拖欠工资群体争议',
    peopleCount: 12,
    amountFen: 17_280_066,
    cause: '订单减少，资金周转困难。',
    claims: '支付三个月工资。',
    state: '职工情绪稳定，有上访可能。',
    measures: '已约见企业负责人，成立专班。',
    advice: '请镇政府协调订单款先付工资。',
    reportedBy: '云溪镇人民调解委员会',
    reporterName: '周八',
    reportedOn: day,
  },
  arbitralReview: { commissionName: '云溪县劳动人事争议仲裁委员会' },
  paymentOrder: {
    courtName: '云溪县人民法院',
    amountFen: 1_704_828,
    basis: '调解协议第一条；银行流水。',
    dueOn: localDate('2026-12-20'),
  },
  suit: {
    officeName: '云溪县人民法院',
    cause: '追索劳动报酬纠纷',
    claims: ['判令被告支付17,048.28元。', '诉讼费用由被告承担。'],
    facts: '双方达成调解协议，被告至今没有履行。',
    amountFen: 1_704_828,
  },
  arbitration: {
    officeName: '云溪县劳动人事争议仲裁委员会',
    claims: ['裁决被申请人支付17,048.28元。'],
    facts: '双方达成调解协议，被申请人至今没有履行。',
    amountFen: 1_704_828,
  },
  enforcement: {
    officeName: '云溪县人民法院',
    claims: ['强制被执行人支付17,048.28元。'],
    facts: '协议经法院裁定有效，被执行人至今没有履行。',
    amountFen: 1_704_828,
    title: '（2026）云0000民特1号民事裁定书',
  },
  union: { name: '云溪镇总工会', chair: '冯二', contact: '周八', phone: '0000-0000002' },
  service: {
    addressee: employer.name,
    documents: [{ name: '工会劳动法律监督意见书', number: '云工〔2026〕3号', copies: 1 }],
    place: employer.address,
    manner: '直接送达',
    serverName: '周八',
    sentOn: day,
  },
  referral: {
    number: '（2026）云诉前调1号',
    courtName: '云溪县人民法院',
    cause: '追索劳动报酬纠纷',
    judgeName: '杨三',
    judgePhone: '0000-0000003',
    receivedOn: day,
    dueOn: localDate('2026-12-22'),
    accepted: true,
    result: '双方没有达成一致。',
    endedOn: localDate('2026-12-10'),
    reason: 'noAgreement',
    costlyConduct: '被申请人两次无故不到场。',
    issues: '10月出勤天数的工资计算。',
    undisputedFacts: ['申请人月工资4,800元。', '10月出勤12天。'],
    materials,
  },
  rota: {
    title: '2026年12月志愿律师值班表',
    from: localDate('2026-12-01'),
    to: localDate('2026-12-14'),
    place: '一楼窗口',
    shifts: Array.from({ length: 10 }, (_, index) => ({
      date: addDays(localDate('2026-12-01'), index),
      period: index % 2 === 0 ? '上午' : '下午',
      lawyerName: `律师${index % 6}`,
      firm: '某某律师事务所',
      licenceNumber: '00000000000000000',
      phone: '13800000000',
      visitors: index,
    })),
    totals: [{ lawyerName: '律师0', shifts: 2, visitors: 6 }],
  },
  consultation: {
    number: 'ZX-2026-0007',
    at: '2026-11-22T02:00:00.000Z',
    manner: '来访',
    name: '张三',
    sex: 'male',
    age: 36,
    phone: '13800000000',
    address: '云溪镇新兴村2组18号',
    identity: '农民工',
    otherSide: employer.name,
    category: '拖欠工资',
    facts: wageAgreement.content.facts,
    materials: '工资条、聊天记录',
    answer: '可以申请调解，也可以申请劳动争议仲裁。',
    outcome: '引导调解',
    lawyerName: '钱四',
    satisfaction: '满意',
    withoutId: false,
  },
  screening: {
    title: '晨光童装拖欠工资',
    happenedOn: day,
    place: '云溪镇工业园区3号',
    scale: '10人以上',
    category: '劳资纠纷',
    peopleCount: 12,
    summary: '企业三个月未发工资。',
    units: employer.name,
    idKind: '111',
    idNumber: '000000199002300018',
    name: '张三',
    sex: 'male',
    ethnicity: '汉族',
    education: '初中',
    personKind: '务工人员',
    address: '云溪镇新兴村2组18号',
    dueOn: localDate('2026-12-22'),
    manner: '人民调解',
    organisation: '云溪镇人民调解委员会',
    responsibleName: '赵六',
    responsiblePhone: '0000-0000000',
    solved: true,
    solution: '达成协议，分三期支付。',
    assessedOn: localDate('2027-03-01'),
    assessment: '已化解。',
    coordinates: '120.0,30.0',
    grid: '第3网格',
  },
  subsidy: {
    applicantName: '赵六',
    level: '二级',
    appliedOn: localDate('2027-03-01'),
    reviewerName: '郑十',
    rows: [
      {
        caseNumber: '（2026）云人调字第12号',
        disputeType: '劳动争议',
        difficulty: '一般',
        agreedFen: 1_704_828,
        performance: '已履行',
        dossierPassed: true,
        entryNumber: '0000123',
        subsidyFen: 30_000,
      },
    ],
  },
  handover: {
    fromName: '赵六',
    toName: '吴九',
    date: localDate('2027-03-01'),
    reason: '退休',
    headName: '郑十',
    cases: [
      {
        number: 'MT-2026-000012',
        title: '张三与晨光童装工资纠纷',
        status: '待归档',
        borrower: '司法所',
      },
      { number: 'MT-2026-000013', title: '某某与某某邻里纠纷', status: '调解中' },
    ],
  },
  loans: [
    {
      borrower: '司法所王某',
      unit: '云溪司法所',
      purpose: '卷宗评查',
      lentOn: localDate('2027-03-02'),
      dueOn: localDate('2027-03-09'),
      lenderName: '周七',
      returnedOn: localDate('2027-03-08'),
      receiverName: '周七',
      note: '完好',
    },
  ],
}

/** What a case holds right after it was registered. */
export const minimalData: FormData = {
  case: { title: '张三与晨光童装纠纷' },
  parties: [
    { id: 'p1', role: 'applicant', kind: 'person', name: '张三', representatives: [] },
    { id: 'p2', role: 'respondent', kind: 'organisation', name: '晨光童装', representatives: [] },
  ],
}

export const papersOf = (data: FormData, forms: readonly FormDefinition[] = allForms): Paper[] =>
  forms.map((form) => fillForm(form, data, sampleContext))

/** Labels that always print, by rows. */
export const labelRows = (blocks: readonly FormBlock[]): string[][] =>
  blocks.flatMap((block): string[][] => {
    if (block.when !== undefined) return []
    if (block.kind === 'fields') {
      return block.rows
        .filter((row) => row.when === undefined && row.long !== true)
        .map((row) => row.cells.map(({ label }) => label.replaceAll('\n', '')))
        .filter((labels) => labels.every((label) => !label.includes('{')))
    }
    if (block.kind === 'table') return [block.columns.map(({ header }) => header)]
    if (block.kind === 'heading') return block.text.includes('{') ? [] : [[block.text]]
    if (block.kind === 'signatures') return labelRows(block.lead)
    return block.kind === 'group' || block.kind === 'together' ? labelRows(block.blocks) : []
  })
