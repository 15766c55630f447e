import { circumstanceFields, wageFields } from './common.ts'
import type { Field, Row } from './field.ts'

const hasLeave = (form: Row): boolean =>
  form['refusedInWriting'] !== true && form['twelveMonths'] !== false

export const leaveFields: readonly Field[] = [
  {
    kind: 'number',
    path: 'year',
    label: '哪一年的年休假',
    unit: '年',
    min: 2008,
    max: 2999,
    whole: true,
    needed: true,
  },
  {
    kind: 'number',
    path: 'serviceYears',
    label: '累计工作年限',
    hint: '在所有单位的年限加起来；满1年5天，满10年10天，满20年15天',
    unit: '年',
    min: 0,
    max: 80,
    needed: true,
  },
  { kind: 'flag', path: 'twelveMonths', label: '已连续工作满十二个月', needed: true },
  {
    kind: 'number',
    path: 'takenDays',
    label: '当年已休',
    hint: '没休过填 0',
    unit: '天',
    min: 0,
    max: 366,
    needed: true,
  },
  { kind: 'date', path: 'joinedOn', label: '当年入职的，入职日期' },
  { kind: 'date', path: 'leftOn', label: '当年离职的，离职日期' },
  {
    kind: 'flag',
    path: 'refusedInWriting',
    label: '劳动者本人书面提出不休',
    needed: true,
  },
  {
    kind: 'flag',
    path: 'normalPayPaid',
    label: '正常工资已经发了',
    hint: '发了的，只算另外的200%',
    needed: true,
  },
  ...wageFields('前十二个月平均工资', '剔除加班工资', { when: hasLeave }),
  ...circumstanceFields,
]
