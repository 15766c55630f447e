import { type SeveranceGround, severanceGrounds } from '#db/domain/labour/severance.ts'
import { circumstanceFields, localAverage, minimumWage, placeFields, wageFields } from './common.ts'
import type { CalcForm, Field } from './field.ts'

/** What people call it at the desk: shown behind the words of the law, or found by typing. */
const plainWords: Partial<Record<SeveranceGround, { gloss?: string; keywords?: string }>> = {
  workerQuits38: { gloss: '欠薪、不缴社保等，被迫辞职', keywords: '拖欠 社保 被迫' },
  employerProposes: { keywords: '劝退 商量' },
  article40: { gloss: '病后、不胜任、情况重大变化', keywords: '辞退 搬迁' },
  layoff41: { keywords: '经济性裁员' },
  closure: { keywords: '倒闭 关门 关闭 停产 老板走了' },
  resignation: { keywords: '自己走 离职' },
  fault39: { gloss: '严重违纪等', keywords: '开除 违纪' },
}

const groundLabel = (key: SeveranceGround): string => {
  const { text, due } = severanceGrounds[key]
  const notes = [plainWords[key]?.gloss, due ? undefined : '不需补偿'].filter(
    (note) => note !== undefined,
  )
  return notes.length === 0 ? text : `${text}（${notes.join('；')}）`
}

const ground: Field = {
  kind: 'choice',
  path: 'ground',
  label: '为什么结束劳动关系',
  hint: '先定情形，再算数；可输入文字查找',
  isWide: true,
  needed: true,
  options: (Object.keys(severanceGrounds) as SeveranceGround[]).map((value) => ({
    value,
    label: groundLabel(value),
    keywords: plainWords[value]?.keywords,
  })),
}

const isHighEarner: Field = {
  kind: 'flag',
  path: 'aboveThreeTimesAverage',
  label: '月工资高于当地平均工资三倍',
  hint: '高于的，基数和年限封顶',
}

const service: readonly Field[] = [
  { kind: 'date', path: 'startOn', label: '入职日期', needed: true },
  {
    kind: 'date',
    path: 'endOn',
    label: '离职日期',
    hint: '最后一个工作关系日，当天算在内',
    needed: true,
  },
  ...wageFields('离职前十二个月平均工资', '应得工资，含奖金、津贴；不满十二个月的按实际月数平均'),
  isHighEarner,
  {
    kind: 'money',
    path: 'localAverageFen',
    label: '当地上年度职工月平均工资',
    hint: '封顶按它的三倍；按地区查得到的不用填',
    when: (form) => form['aboveThreeTimesAverage'] === true,
  },
  { ...localAverage, when: (form) => form['aboveThreeTimesAverage'] !== true },
  {
    kind: 'number',
    path: 'monthsBefore2008',
    label: '2008年以前部分应计的月数',
    hint: '2008年1月1日以前的年限按当时的规定核定',
    unit: '个月',
    min: 0,
    max: 60,
    needed: true,
    when: (form) => typeof form['startOn'] === 'string' && form['startOn'] < '2008-01-01',
  },
  minimumWage('minimumWageFen'),
  ...placeFields,
  ...circumstanceFields,
]

export const endingForms = {
  severance: {
    matter: 'ending',
    use: '单位提出协商解除、单位欠薪被迫辞职、合同到期不续等',
    fields: [ground, ...service],
  },
  'severance-with-notice': {
    matter: 'ending',
    use: '因病、不胜任、情况重大变化被辞退，没有提前三十日通知',
    fields: [
      { ...ground, hint: '代通知金只适用于第四十条' },
      ...service.slice(0, 5),
      { kind: 'flag', path: 'noticeGiven', label: '提前三十日书面通知了', needed: true },
      {
        kind: 'money',
        path: 'lastMonthFen',
        label: '解除前上一个月的工资',
        hint: '代通知金按这一个月，不按平均数',
        needed: true,
        when: (form) => form['noticeGiven'] === false,
      },
      ...service.slice(5),
    ],
  },
  'unlawful-termination': {
    matter: 'ending',
    use: '单位违法解除或终止，劳动者不要求回去上班',
    fields: service,
  },
} as const satisfies Record<string, CalcForm>
