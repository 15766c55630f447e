import { circumstanceFields } from './common.ts'
import type { Field, Row } from './field.ts'

const doubleWageState: Field = {
  kind: 'choice',
  path: '$state',
  label: '书面合同',
  needed: true,
  options: [
    { value: 'signed', label: '后来签了' },
    { value: 'left', label: '没签，已离职' },
    { value: 'working', label: '没签，还在职' },
  ],
  read: (input) =>
    input['signedOn'] === undefined
      ? input['leftOn'] === undefined
        ? input['reckonedOn'] === undefined
          ? undefined
          : 'working'
        : 'left'
      : 'signed',
}

const stateIs = (state: string) => (form: Row) => form['$state'] === state

export const doubleWageFields: readonly Field[] = [
  { kind: 'date', path: 'hiredOn', label: '用工之日', hint: '实际开始上班的那一天', needed: true },
  doubleWageState,
  {
    kind: 'date',
    path: 'signedOn',
    label: '签订日期',
    needed: true,
    when: stateIs('signed'),
  },
  { kind: 'date', path: 'leftOn', label: '离职日期', needed: true, when: stateIs('left') },
  {
    kind: 'date',
    path: 'reckonedOn',
    label: '算到哪一天',
    needed: true,
    when: stateIs('working'),
  },
  {
    kind: 'money',
    path: 'monthlyFen',
    label: '月工资',
    hint: '约定的或实际发的月工资；是否含加班费各地不一',
    needed: true,
  },
  {
    kind: 'flag',
    path: 'notSignedThroughWorker',
    label: '没签是劳动者故意、重大过失或不可抗力造成的',
    needed: true,
  },
  {
    kind: 'date',
    path: 'claimedOn',
    label: '提出请求的日期',
    hint: '填了就提示仲裁时效的两种算法',
  },
  {
    group: 'standard',
    kind: 'choice',
    path: 'startDay',
    label: '从哪天起算二倍',
    options: [
      { value: 'sameDate', label: '次月同一日（通常）' },
      { value: 'nextDay', label: '次月同一日的次日' },
    ],
  },
  {
    group: 'standard',
    kind: 'choice',
    path: 'partMonth',
    label: '不足一个月怎样算',
    options: [
      { value: 'payDays', label: '按月计薪天数（通常）' },
      { value: 'scheduledDays', label: '按该月应出勤天数' },
    ],
  },
  {
    group: 'standard',
    kind: 'number',
    path: 'partWorkingDays',
    label: '不足一个月部分的实际工作日',
    hint: '有放假安排的年份自动数',
    unit: '天',
    min: 0,
    max: 31,
  },
  {
    group: 'standard',
    kind: 'number',
    path: 'partScheduledDays',
    label: '该月应出勤天数',
    unit: '天',
    min: 1,
    max: 31,
    when: (form) => form['partMonth'] === 'scheduledDays',
  },
  ...circumstanceFields,
]
