import { overtimeKinds } from '#db/domain/labour/overtime.ts'
import { leaveFields } from './annual-leave.ts'
import { circumstanceFields, lastDay, minimumWage, placeFields } from './common.ts'
import { doubleWageFields } from './double-wage.ts'
import type { CalcForm, Field, Row } from './field.ts'

const months = (label: string, max: number): Field => ({
  kind: 'number',
  path: 'months',
  label,
  unit: '个月',
  min: 1,
  max,
  whole: true,
  needed: true,
})

const isPiece = (form: Row): boolean => form['mode'] === 'piece'

const overtimeRow: readonly Field[] = [
  {
    kind: 'choice',
    path: 'kind',
    label: '哪种加班',
    start: 'weekday',
    needed: true,
    options: Object.entries(overtimeKinds).map(([value, { text, percent }]) => ({
      value,
      label: `${text} ${percent}%`,
    })),
  },
  {
    kind: 'choice',
    path: '$unit',
    label: '按什么计',
    start: 'hours',
    options: [
      { value: 'hours', label: '小时' },
      { value: 'days', label: '天' },
    ],
    read: (input) => (input['days'] === undefined ? 'hours' : 'days'),
    when: (_row, whole) => !isPiece(whole),
  },
  {
    kind: 'number',
    path: 'hours',
    label: '小时数',
    unit: '小时',
    min: 0,
    max: 1_000_000,
    needed: true,
    when: (row, whole) => !isPiece(whole) && row['$unit'] !== 'days',
  },
  {
    kind: 'number',
    path: 'days',
    label: '天数',
    unit: '天',
    min: 0,
    max: 1_000_000,
    needed: true,
    when: (row, whole) => !isPiece(whole) && row['$unit'] === 'days',
  },
  {
    kind: 'number',
    path: 'units',
    label: '定额以外件数',
    unit: '件',
    min: 0,
    max: 1_000_000,
    needed: true,
    when: (_row, whole) => isPiece(whole),
  },
  {
    kind: 'date',
    path: 'on',
    label: '哪一天（选填）',
  },
  {
    kind: 'flag',
    path: 'timeOffGiven',
    label: '安排了补休',
    when: (row) => row['kind'] === 'restDay',
  },
]

const overtimeFields: readonly Field[] = [
  {
    kind: 'choice',
    path: 'mode',
    label: '工时制度',
    start: 'hourly',
    needed: true,
    options: [
      { value: 'hourly', label: '标准工时' },
      { value: 'piece', label: '计件' },
      { value: 'comprehensive', label: '综合计算工时' },
      { value: 'irregular', label: '不定时' },
    ],
  },
  lastDay,
  months('涉及几个月', 600),
  {
    kind: 'money',
    path: 'baseFen',
    label: '加班工资基数（月）',
    hint: '劳动合同约定的月工资',
    needed: true,
    when: (form) => !isPiece(form),
  },
  {
    kind: 'percent',
    path: 'unitPrice',
    label: '计件单价',
    unit: '元/件',
    needed: true,
    when: isPiece,
  },
  {
    kind: 'list',
    path: 'entries',
    label: '加班情况',
    rowName: '笔加班',
    needed: true,
    max: 1000,
    item: overtimeRow,
    carry: ['kind', '$unit'],
  },
  minimumWage('minimumWageFen'),
  ...placeFields,
  ...circumstanceFields,
]

const isSum = (row: Row): boolean => row['kind'] === 'sum'

const dueRow: readonly Field[] = [
  {
    kind: 'choice',
    path: 'kind',
    label: '怎样算',
    start: 'months',
    needed: true,
    options: [
      { value: 'months', label: '整月' },
      { value: 'days', label: '不足一月，按出勤天数' },
      { value: 'absentDays', label: '不足一月，扣缺勤天数' },
      { value: 'sum', label: '一笔数（欠条、台账）' },
    ],
  },
  {
    kind: 'money',
    path: 'monthlyFen',
    label: '月工资',
    needed: true,
    when: (row) => !isSum(row),
  },
  {
    kind: 'number',
    path: 'months',
    label: '月数',
    unit: '个月',
    min: 0,
    max: 600,
    whole: true,
    needed: true,
    when: (row) => row['kind'] === 'months',
  },
  {
    kind: 'number',
    path: 'days',
    label: '天数',
    unit: '天',
    min: 0,
    max: 31,
    needed: true,
    when: (row) => row['kind'] === 'days' || row['kind'] === 'absentDays',
  },
  { kind: 'text', path: 'text', label: '是什么钱', maxLength: 100, needed: true, when: isSum },
  { kind: 'money', path: 'amountFen', label: '金额', needed: true, when: isSum },
]

const stretchRow: readonly Field[] = [
  { ...lastDay, label: '这一段的最后一天', hint: '按这一天有效的最低工资' },
  {
    kind: 'money',
    path: 'paidFen',
    label: '每月实付工资',
    hint: '不含加班工资、津贴',
    needed: true,
  },
  months('月数', 600),
  { ...minimumWage('standardFen'), group: 'main', hint: '查得到的不用填' },
  ...placeFields.map((field) => ({ ...field, group: 'main' as const })),
]

export const wageForms = {
  arrears: {
    matter: 'wages',
    use: '工资没发或没发足',
    fields: [
      lastDay,
      {
        kind: 'list',
        path: 'due',
        label: '应付工资',
        rowName: '笔应付',
        needed: true,
        max: 600,
        item: dueRow,
        carry: ['monthlyFen'],
      },
      {
        kind: 'money',
        path: 'paidFen',
        label: '已付金额',
        hint: '这段时间里已经付的，没有付过填 0',
        needed: true,
      },
      ...circumstanceFields,
    ],
  },
  overtime: {
    matter: 'wages',
    use: '平日延时、休息日、法定节假日加班',
    fields: overtimeFields,
  },
  'double-wage': {
    matter: 'wages',
    use: '用工满一个月还没有签书面合同',
    fields: doubleWageFields,
  },
  'minimum-wage-top-up': {
    matter: 'wages',
    use: '正常出勤，发的比最低工资少',
    fields: [
      {
        kind: 'list',
        path: 'stretches',
        label: '各段实付工资',
        hint: '标准变过的分段填',
        rowName: '段',
        needed: true,
        max: 600,
        item: stretchRow,
        carry: ['region', 'wageTier'],
      },
      ...circumstanceFields,
    ],
  },
  'probation-top-up': {
    matter: 'wages',
    use: '试用期工资低于约定的80%或最低工资',
    fields: [
      { ...lastDay, label: '试用期最后一天' },
      { kind: 'money', path: 'contractFen', label: '合同约定工资（转正后）', needed: true },
      { kind: 'money', path: 'paidFen', label: '试用期每月实付工资', needed: true },
      months('试用期月数', 6),
      { kind: 'money', path: 'postMinimumFen', label: '同岗位最低档工资', hint: '知道时填' },
      minimumWage('standardFen'),
      ...placeFields,
      ...circumstanceFields,
    ],
  },
  'deduction-excess': {
    matter: 'wages',
    use: '因造成损失被扣工资，看扣多了没有',
    fields: [
      { ...lastDay, label: '扣款当月最后一天' },
      { kind: 'money', path: 'monthlyFen', label: '当月工资（扣前）', needed: true },
      { kind: 'money', path: 'deductedFen', label: '扣了多少', needed: true },
      minimumWage('standardFen'),
      ...placeFields,
    ],
  },
  'annual-leave': {
    matter: 'wages',
    use: '年休假没休完',
    fields: leaveFields,
  },
} as const satisfies Record<string, CalcForm>
