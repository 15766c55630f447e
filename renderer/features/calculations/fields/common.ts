import { type Field, type MoneyKind, type Row } from './field.ts'

type When = { when?: (form: Row, whole: Row) => boolean }

const standard = { group: 'standard' } as const
const around = { group: 'circumstance' } as const

const regionPattern = /^\d{6}$/

/** Where the dated figures are looked up; the settings of the centre fill it. */
export const placeFields: readonly Field[] = [
  {
    ...standard,
    kind: 'text',
    path: 'region',
    label: '地区代码',
    hint: '六位行政区划代码，如 330502。按它查当地标准',
    maxLength: 6,
    pattern: regionPattern,
    wrong: '地区代码是六位数字，如 330502',
  },
  {
    ...standard,
    kind: 'choice',
    path: 'wageTier',
    label: '最低工资档次',
    options: [
      { value: '1', label: '第一档' },
      { value: '2', label: '第二档' },
      { value: '3', label: '第三档' },
      { value: '4', label: '第四档' },
    ],
  },
]

export const minimumWage = (path: string): MoneyKind => ({
  ...standard,
  kind: 'money',
  path,
  label: '当地月最低工资',
  hint: '按地区和档次自动查；查不到或与当地不同时填',
})

export const localAverage: MoneyKind = {
  ...standard,
  kind: 'money',
  path: 'localAverageFen',
  label: '当地上年度职工月平均工资',
  hint: '按地区自动查；查不到时填统计部门或人社部门公布的数',
}

export const lastDay: Field = {
  kind: 'date',
  path: 'on',
  label: '所涉期间的最后一天',
  hint: '按这一天有效的规定计算',
  needed: true,
}

/** The average wage, or the months one by one. */
export const wageFields = (label: string, hint: string, { when }: When = {}): readonly Field[] => {
  const asked = (way: string) => (form: Row, whole: Row) =>
    (when?.(form, whole) ?? true) && form['$wage'] === way
  return [
    {
      kind: 'money',
      path: 'baseFen',
      label,
      hint,
      needed: true,
      when: asked('average'),
    },
    {
      kind: 'list',
      path: 'monthlyWagesFen',
      label: `${label}：逐月填`,
      hint: '一行一个月，最多十二个月，平均数自动算',
      rowName: '个月',
      needed: true,
      scalar: true,
      max: 12,
      when: asked('months'),
      item: [{ kind: 'money', path: 'value', label: '当月工资', needed: true }],
    },
    {
      kind: 'choice',
      path: '$wage',
      label: '工资怎样填',
      isSwitch: true,
      start: 'average',
      options: [
        { value: 'average', label: '改填平均数' },
        { value: 'months', label: '改为逐月填' },
      ],
      read: (input) => (input['monthlyWagesFen'] === undefined ? 'average' : 'months'),
      ...(when ? { when } : {}),
    },
  ]
}

/** What must be looked at before the figure is used (labour-calculators.md §10). */
export const circumstanceFields: readonly Field[] = [
  {
    ...around,
    kind: 'flag',
    path: 'circumstances.wageProven',
    label: '工资数额有书面凭证',
    hint: '工资条、银行流水、工资台账',
  },
  { ...around, kind: 'flag', path: 'circumstances.resignationLetter', label: '写过辞职书' },
  {
    ...around,
    kind: 'flag',
    path: 'circumstances.reachedRetirementAge',
    label: '已到法定退休年龄',
  },
  {
    ...around,
    kind: 'flag',
    path: 'circumstances.socialInsuranceWaiver',
    label: '约定过不缴社会保险',
  },
  { ...around, kind: 'flag', path: 'circumstances.constructionSite', label: '工程建设领域' },
  {
    ...around,
    kind: 'number',
    path: 'circumstances.workerCount',
    label: '一同提出的劳动者人数',
    unit: '人',
    min: 1,
    max: 1_000_000,
    whole: true,
  },
  {
    ...around,
    kind: 'date',
    path: 'circumstances.relationEndedOn',
    label: '劳动关系终止日期',
    hint: '与下一项一起看仲裁时效',
  },
  { ...around, kind: 'date', path: 'circumstances.claimedOn', label: '提出请求的日期' },
]
