import { minimumWage, placeFields, wageFields } from './common.ts'
import type { CalcForm, Field, Row } from './field.ts'

const overdue: readonly Field[] = [
  { kind: 'money', path: 'principalFen', label: '本金', hint: '欠付的数额', needed: true },
  {
    kind: 'date',
    path: 'fromOn',
    label: '应当付款的日期',
    hint: '当天不计，从次日起算',
    needed: true,
  },
  { kind: 'date', path: 'toOn', label: '算到哪一天', hint: '当天计入', needed: true },
]

const dayBasis: Field = {
  kind: 'choice',
  path: 'dayBasis',
  label: '一年按多少天',
  group: 'standard',
  options: [
    { value: 365, label: '365天（通常）' },
    { value: 360, label: '360天' },
  ],
}

const isAgreed = (form: Row): boolean => form['$agreed'] === 'yes'

export const promiseForms = {
  'training-bond': {
    matter: 'promises',
    use: '单位出钱专项培训，劳动者服务期未满离职',
    fields: [
      { kind: 'money', path: 'costFen', label: '培训费用', needed: true },
      {
        kind: 'number',
        path: 'serviceMonths',
        label: '约定服务期',
        unit: '个月',
        min: 1,
        max: 600,
        needed: true,
      },
      {
        kind: 'number',
        path: 'servedMonths',
        label: '已经服务',
        unit: '个月',
        min: 0,
        max: 600,
        needed: true,
      },
      { kind: 'date', path: 'leftOn', label: '离职日期', needed: true },
      { kind: 'money', path: 'agreedFen', label: '约定的违约金', hint: '有约定时填' },
    ],
  },
  'non-compete': {
    matter: 'promises',
    use: '离职后守了竞业限制，补偿没给',
    fields: [
      { kind: 'date', path: 'endOn', label: '离职日期', needed: true },
      {
        kind: 'number',
        path: 'months',
        label: '履行了几个月',
        hint: '最长二十四个月',
        unit: '个月',
        min: 0,
        max: 600,
        needed: true,
      },
      {
        kind: 'choice',
        path: '$agreed',
        label: '约定了每月补偿',
        needed: true,
        options: [
          { value: 'yes', label: '约定了' },
          { value: 'no', label: '没有约定' },
        ],
        read: (input) =>
          input['agreedMonthlyFen'] !== undefined
            ? 'yes'
            : input['baseFen'] === undefined && input['monthlyWagesFen'] === undefined
              ? undefined
              : 'no',
      },
      {
        kind: 'money',
        path: 'agreedMonthlyFen',
        label: '约定的每月补偿',
        needed: true,
        when: isAgreed,
      },
      ...wageFields('离职前十二个月平均工资', '没有约定的，按它的30%，不低于最低工资', {
        when: (form) => form['$agreed'] === 'no',
      }),
      {
        kind: 'money',
        path: 'paidFen',
        label: '已付补偿',
        hint: '没有付过填 0',
        needed: true,
      },
      minimumWage('minimumWageFen'),
      ...placeFields,
    ],
  },
  'overdue-interest': {
    matter: 'promises',
    use: '约定了或裁决了利息的逾期付款',
    fields: [
      ...overdue,
      {
        kind: 'percent',
        path: 'percent',
        label: '年利率',
        hint: '不填就按各天的一年期LPR',
        unit: '%',
      },
      {
        kind: 'percent',
        path: 'multiple',
        label: '利率的倍数',
        hint: '如 1.5；不填就是一倍',
        unit: '倍',
        group: 'standard',
      },
      dayBasis,
    ],
  },
  'loan-interest-cap': {
    matter: 'promises',
    use: '民间借贷的利息，按四倍LPR封顶',
    fields: [
      ...overdue,
      { kind: 'date', path: 'contractOn', label: '借款合同成立日期', needed: true },
      { kind: 'percent', path: 'agreedPercent', label: '约定年利率', unit: '%', needed: true },
      {
        kind: 'percent',
        path: 'percent',
        label: '合同成立时的一年期LPR',
        hint: '自动查；查不到时填',
        unit: '%',
        group: 'standard',
      },
      dayBasis,
    ],
  },
  'default-clause': {
    matter: 'promises',
    use: '协议约定了逾期付款的违约金',
    fields: [
      ...overdue,
      {
        kind: 'percent',
        path: 'percentPerDay',
        label: '每日违约金比例',
        hint: '万分之五填 0.05',
        unit: '%',
        needed: true,
      },
      {
        kind: 'money',
        path: 'lossFen',
        label: '实际损失',
        hint: '知道时填，看违约金是否过高',
      },
    ],
  },
  'late-performance': {
    matter: 'promises',
    use: '法院、仲裁文书到期没有履行',
    fields: overdue,
  },
} as const satisfies Record<string, CalcForm>
