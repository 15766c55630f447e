import { gradeText } from '#db/domain/labour/injury-disability.ts'
import { careLevels } from '#db/domain/labour/injury-pay.ts'
import { circumstanceFields, localAverage, minimumWage, placeFields } from './common.ts'
import type { CalcForm, Field, Row } from './field.ts'

const accidentOn: Field = { kind: 'date', path: 'accidentOn', label: '受伤日期', needed: true }
const gradeOf = (form: Row): number => (typeof form['grade'] === 'number' ? form['grade'] : 0)
const grade: Field = {
  kind: 'choice',
  path: 'grade',
  label: '伤残等级',
  needed: true,
  options: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => ({ value, label: gradeText(value) })),
}

const insured: Field = {
  kind: 'flag',
  path: 'insured',
  label: '参加了工伤保险',
  hint: '没有参加的，全部由单位付',
  needed: true,
}
const recognised: Field = {
  kind: 'flag',
  path: 'recognised',
  label: '已认定工伤',
  needed: true,
}
const appraised: Field = {
  kind: 'flag',
  path: 'appraised',
  label: '已作劳动能力鉴定',
  needed: true,
}
const thirdParty: Field = {
  kind: 'flag',
  path: 'thirdParty',
  label: '另有第三人侵权',
  group: 'circumstance',
}
const state: readonly Field[] = [insured, recognised, appraised, thirdParty]
const deathState: readonly Field[] = [insured, recognised, thirdParty]

const ownWage = (when: (form: Row) => boolean = () => true): readonly Field[] => [
  {
    kind: 'money',
    path: 'ownWageFen',
    label: '本人工资',
    hint: '受伤前十二个月平均月缴费工资，已核定的数',
    needed: true,
    when: (form) => when(form) && form['$own'] === 'own',
  },
  {
    kind: 'money',
    path: 'paidWageFen',
    label: '受伤前十二个月平均实发工资',
    hint: '按当地平均工资的60%至300%自动封底封顶',
    needed: true,
    when: (form) => when(form) && form['$own'] === 'paid',
  },
  {
    kind: 'choice',
    path: '$own',
    label: '本人工资怎样填',
    isSwitch: true,
    start: 'own',
    options: [
      { value: 'own', label: '改填核定的本人工资' },
      { value: 'paid', label: '没有核定，改填实发工资' },
    ],
    read: (input) => (input['paidWageFen'] === undefined ? 'own' : 'paid'),
    when,
  },
]

const hasLumpSums = (form: Row): boolean => form['contractEnded'] === true && gradeOf(form) >= 5

const lumpMonths = (path: string, label: string): Field => ({
  kind: 'number',
  path,
  label,
  hint: '省里的标准表里没有时填',
  unit: '个月',
  min: 0,
  max: 120,
  group: 'standard',
  when: hasLumpSums,
})

const disabilityFields: readonly Field[] = [
  accidentOn,
  grade,
  ...ownWage(),
  {
    kind: 'flag',
    path: 'contractEnded',
    label: '劳动关系已经结束或这次结束',
    hint: '五级至十级结束时，另有医疗补助金和就业补助金',
    needed: true,
  },
  {
    kind: 'date',
    path: 'endedOn',
    label: '劳动关系结束日期',
    needed: (form) => gradeOf(form) >= 5,
    when: (form) => form['contractEnded'] === true,
  },
  {
    kind: 'number',
    path: 'yearsToRetirement',
    label: '距法定退休年龄',
    hint: '整年数；五年以上可以不填',
    unit: '年',
    min: 0,
    max: 60,
    when: hasLumpSums,
  },
  ...state.slice(0, 3),
  {
    kind: 'money',
    path: 'provincialAverageFen',
    label: '全省上年度职工月平均工资',
    hint: '按地区自动查；查不到时填',
    group: 'standard',
    when: hasLumpSums,
  },
  localAverage,
  lumpMonths('medicalMonths', '一次性工伤医疗补助金月数'),
  lumpMonths('employmentMonths', '一次性伤残就业补助金月数'),
  {
    kind: 'number',
    path: 'taperPercent',
    label: '临近退休时就业补助金的比例',
    unit: '%',
    min: 0,
    max: 100,
    group: 'standard',
    when: hasLumpSums,
  },
  ...placeFields,
  thirdParty,
  ...circumstanceFields,
]

const suspensionFields: readonly Field[] = [
  accidentOn,
  {
    kind: 'money',
    path: 'originalWageFen',
    label: '原工资福利待遇（月）',
    needed: true,
  },
  {
    kind: 'number',
    path: 'months',
    label: '停工留薪期',
    hint: '整月数；一般不超过十二个月',
    unit: '个月',
    min: 0,
    max: 24,
    whole: true,
    needed: true,
  },
  { kind: 'number', path: 'days', label: '又几天', unit: '天', min: 0, max: 30, whole: true },
  {
    kind: 'flag',
    path: 'extended',
    label: '经鉴定委员会确认延长',
    when: ({ months }) => typeof months === 'number' && months >= 12,
  },
  {
    kind: 'money',
    path: 'paidFen',
    label: '这段时间已付工资',
    hint: '没有付过填 0',
    needed: true,
  },
  {
    kind: 'number',
    path: 'careDays',
    label: '需要护理、单位没有派人的天数',
    unit: '天',
    min: 0,
    max: 731,
  },
  {
    kind: 'money',
    path: 'careDailyFen',
    label: '每天护理费',
    needed: true,
    when: (form) => form['careDays'] !== undefined,
  },
  ...state,
  ...circumstanceFields,
]

export const injuryForms = {
  'injury-disability': {
    matter: 'injury',
    use: '有伤残等级的一次性补助金',
    fields: disabilityFields,
  },
  'injury-suspension-pay': {
    matter: 'injury',
    use: '治伤停工期间的工资和护理费',
    fields: suspensionFields,
  },
  'injury-allowance': {
    matter: 'injury',
    use: '一级至六级，按月发',
    fields: [
      accidentOn,
      grade,
      {
        kind: 'flag',
        path: 'suitableWork',
        label: '单位安排了适当工作',
        needed: true,
        when: (form) => gradeOf(form) === 5 || gradeOf(form) === 6,
      },
      ...ownWage((form) => gradeOf(form) <= 6),
      ...state,
      localAverage,
      minimumWage('minimumWageFen'),
      ...placeFields,
    ],
  },
  'injury-care': {
    matter: 'injury',
    use: '鉴定后生活不能自理，按月发',
    fields: [
      accidentOn,
      {
        kind: 'choice',
        path: 'level',
        label: '自理程度',
        needed: true,
        options: Object.entries(careLevels).map(([value, { text }]) => ({ value, label: text })),
      },
      ...state,
      localAverage,
      ...placeFields,
    ],
  },
  'injury-death': {
    matter: 'injury',
    use: '一次性工亡补助金和丧葬补助金',
    fields: [
      { kind: 'date', path: 'deathOn', label: '死亡日期', needed: true },
      {
        kind: 'flag',
        path: 'afterSuspension',
        label: '一至四级伤残，停工留薪期满后死亡',
        hint: '是的，不发一次性工亡补助金',
      },
      ...deathState,
      localAverage,
      {
        kind: 'money',
        path: 'nationalIncomeFen',
        label: '上一年度全国城镇居民人均可支配收入',
        hint: '自动查；查不到时填国家统计局公布的数',
        group: 'standard',
        when: (form) => form['afterSuspension'] !== true,
      },
      ...placeFields,
    ],
  },
  'injury-dependants': {
    matter: 'injury',
    use: '职工生前供养的亲属，按月发',
    fields: [
      { ...accidentOn, label: '事故日期' },
      ...ownWage(),
      {
        kind: 'list',
        path: 'dependants',
        label: '供养亲属',
        rowName: '位亲属',
        needed: true,
        max: 50,
        item: [
          {
            kind: 'choice',
            path: 'relation',
            label: '关系',
            needed: true,
            options: [
              { value: 'spouse', label: '配偶 40%' },
              { value: 'other', label: '其他亲属 30%' },
            ],
          },
          { kind: 'flag', path: 'alone', label: '孤寡老人或孤儿，加10%' },
        ],
      },
      ...deathState,
      localAverage,
      ...placeFields,
    ],
  },
} as const satisfies Record<string, CalcForm>
