import { formatChineseDate, localDate } from '../local-date.ts'
import { regionName } from '../region-names.ts'
import type { CalcName } from './calc-names.ts'
import { numberWords, yuan } from './calc-sheet.ts'
import { gradeText } from './injury-disability.ts'
import { severanceGrounds } from './severance.ts'

/** What each field of an input is called on paper. */
export const inputLabels: Readonly<Record<string, string>> = {
  region: '地区',
  wageTier: '最低工资档次',
  baseFen: '月平均工资',
  monthlyWagesFen: '逐月工资',
  startOn: '入职日期',
  endOn: '离职日期',
  ground: '解除或终止的情形',
  aboveThreeTimesAverage: '工资高于当地平均工资三倍',
  localAverageFen: '当地上年度职工月平均工资',
  minimumWageFen: '月最低工资标准',
  monthsBefore2008: '2008年以前应计的月数',
  noticeGiven: '提前三十日书面通知',
  lastMonthFen: '解除前上一个月的工资',
  hiredOn: '入职日期',
  signedOn: '签订书面合同的日期',
  leftOn: '离职日期',
  reckonedOn: '计算到',
  monthlyFen: '月工资',
  startDay: '二倍工资的起算日',
  partMonth: '不足整月的算法',
  partWorkingDays: '不足整月的工作日',
  partScheduledDays: '当月应出勤天数',
  notSignedThroughWorker: '未签合同系劳动者本人的原因',
  claimedOn: '提出请求的日期',
  mode: '工时制度',
  on: '所涉期间的最后一日',
  months: '月数',
  days: '天数',
  unitPrice: '计件单价',
  entries: '加班情况',
  due: '应付工资',
  paidFen: '已付金额',
  stretches: '各时段',
  standardFen: '最低工资标准',
  contractFen: '合同约定的月工资',
  postMinimumFen: '同岗位最低档工资',
  deductedFen: '已扣金额',
  accidentOn: '受伤日期',
  ownWageFen: '本人工资（已核定）',
  paidWageFen: '受伤前月平均缴费工资',
  insured: '参加工伤保险',
  recognised: '已认定工伤',
  appraised: '已作劳动能力鉴定',
  thirdParty: '有第三人侵权',
  grade: '伤残等级',
  contractEnded: '劳动关系已解除或终止',
  endedOn: '劳动关系终止的日期',
  provincialAverageFen: '全省上年度职工月平均工资',
  medicalMonths: '一次性工伤医疗补助金月数',
  employmentMonths: '一次性伤残就业补助金月数',
  yearsToRetirement: '距法定退休年龄的整年数',
  taperPercent: '就业补助金支付比例',
  suitableWork: '已安排适当工作',
  originalWageFen: '原工资（月）',
  extended: '经同意延长停工留薪期',
  careDays: '需要护理的天数',
  careDailyFen: '护理费（每天）',
  level: '生活自理障碍',
  deathOn: '死亡日期',
  nationalIncomeFen: '上一年度全国城镇居民人均可支配收入',
  afterSuspension: '停工留薪期满后死亡',
  dependants: '供养亲属',
  year: '年休假的年度',
  serviceYears: '累计工作年限',
  twelveMonths: '连续工作满十二个月',
  joinedOn: '本年度入职日期',
  takenDays: '已休天数',
  normalPayPaid: '正常工资已付',
  refusedInWriting: '本人书面提出不休',
  costFen: '培训费用',
  agreedFen: '约定金额',
  serviceMonths: '约定的服务期',
  servedMonths: '已履行的服务期',
  agreedMonthlyFen: '约定的每月补偿',
  principalFen: '本金',
  fromOn: '应付之日（不计入）',
  toOn: '计算到',
  percent: '年利率',
  multiple: '倍数',
  dayBasis: '一年按多少天',
  contractOn: '合同成立日期',
  agreedPercent: '约定的年利率',
  percentPerDay: '每日违约金比例',
  lossFen: '实际损失',
  claimant: '请求方',
  others: '其他请求',
  warnBelowPercent: '提醒线（本中心设定，不是法律）',
  wageProven: '工资有书面凭证',
  resignationLetter: '有辞职书',
  reachedRetirementAge: '已达到法定退休年龄',
  socialInsuranceWaiver: '有放弃社会保险的约定',
  constructionSite: '工程建设领域',
  workerCount: '劳动者人数',
  relationEndedOn: '劳动关系终止的日期',
  kind: '类别',
  hours: '小时',
  units: '件数',
  timeOffGiven: '已补休',
  amountFen: '金额',
  text: '事项',
  relation: '亲属关系',
  alone: '孤寡老人或孤儿',
}

const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ground: Object.fromEntries(
    Object.entries(severanceGrounds).map(([value, { text }]) => [value, text]),
  ),
  startDay: { sameDate: '入职满一个月的对应日', nextDay: '入职满一个月的次日' },
  partMonth: {
    payDays: '月工资÷月计薪天数×工作日',
    scheduledDays: '月工资÷当月应出勤天数×工作日',
  },
  mode: {
    hourly: '标准工时',
    piece: '计件',
    comprehensive: '综合计算工时',
    irregular: '不定时',
  },
  kind: {
    weekday: '工作日',
    restDay: '休息日',
    holiday: '法定节假日',
    months: '整月',
    days: '按天',
    absentDays: '扣缺勤天数',
    sum: '一笔金额',
  },
  level: { full: '完全不能自理', most: '大部分不能自理', part: '部分不能自理' },
  relation: { spouse: '配偶', other: '其他亲属' },
  claimant: { worker: '劳动者', employer: '用人单位' },
}

const units: Readonly<Record<string, string>> = {
  unitPrice: '元',
  percent: '%',
  agreedPercent: '%',
  percentPerDay: '%',
  taperPercent: '%',
  warnBelowPercent: '%',
  multiple: '倍',
  dayBasis: '天',
  partWorkingDays: '天',
  partScheduledDays: '天',
  takenDays: '天',
  careDays: '天',
  days: '天',
  hours: '小时',
  units: '件',
  months: '个月',
  serviceMonths: '个月',
  servedMonths: '个月',
  medicalMonths: '个月',
  employmentMonths: '个月',
  monthsBefore2008: '个月',
  yearsToRetirement: '年',
  serviceYears: '年',
  year: '年',
  workerCount: '人',
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const numberOf = (field: string, value: number): string => {
  if (field.endsWith('Fen')) return yuan(value)
  if (field === 'grade') return gradeText(value)
  return `${numberWords(value)}${units[field] ?? ''}`
}

/** Of these the value says enough: 10小时, 配偶. */
const selfEvident = new Set(['kind', 'text', 'relation', 'hours', 'days', 'units', 'months'])

const labelInRow = (list: string, field: string): string => {
  if (selfEvident.has(field) || (list === 'entries' && field === 'on')) return ''
  return field === 'on' ? '至' : (inputLabels[field] ?? field)
}

const valueWords = (field: string, value: unknown): string => {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return numberOf(field, value)
  if (typeof value === 'string') {
    if (/^(?:on|.*On)$/u.test(field)) return formatChineseDate(localDate(value))
    if (field === 'region') return regionName(value)
    return choices[field]?.[value] ?? `${value}${units[field] ?? ''}`
  }
  if (Array.isArray(value)) return value.map((row) => valueWords(field, row)).join('；')
  if (!isRow(value)) return ''
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([inner, one]) => `${labelInRow(field, inner)}${valueWords(inner, one)}`)
    .join('，')
}

export type InputLine = { label: string; value: string; source: string }

/** Fields that a calculator calls by another name. */
const ownLabels: Partial<Record<CalcName, Readonly<Record<string, string>>>> = {
  overtime: { baseFen: '计算加班工资的月基数', months: '所涉月数' },
  'annual-leave': { baseFen: '前十二个月平均工资（不含加班工资）' },
  'training-bond': { agreedFen: '约定的违约金' },
  'loan-interest-cap': { percent: '合同成立时一年期LPR' },
  'probation-top-up': { months: '试用期月数' },
}

/** Not facts that somebody told: who told them, and the reckonings of a sheet, which stand by themselves. */
const notTold = new Set(['sources', 'items'])

/**
 * What was filled in, in words, with who said so.
 * @policy labour-calculators.md §0.1: every input carries a source; one that nobody named is told as such
 */
export const inputLines = (
  name: CalcName,
  input: Readonly<Record<string, unknown>>,
): InputLine[] => {
  const sources = isRow(input['sources']) ? input['sources'] : {}
  const line = (path: string, field: string, value: unknown): InputLine => {
    const source = sources[path]
    return {
      label: ownLabels[name]?.[field] ?? inputLabels[field] ?? field,
      value: valueWords(field, value),
      source: typeof source === 'string' ? source : '',
    }
  }
  const rowLine = (field: string, row: unknown, index: number): InputLine => {
    const { label, value, source } = line(field, field, [row])
    const own = sources[`${field}.${index}`]
    return {
      label: `${label}（${index + 1}）`,
      value,
      source: typeof own === 'string' ? own : source,
    }
  }
  return Object.entries(input).flatMap(([field, value]) => {
    if (value === undefined || notTold.has(field)) return []
    if (Array.isArray(value) && value.length > 1 && value.every(isRow))
      return value.map((row, index) => rowLine(field, row, index))
    if (field !== 'circumstances' || !isRow(value)) return [line(field, field, value)]
    return Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([inner, one]) => line(`circumstances.${inner}`, inner, one))
  })
}
