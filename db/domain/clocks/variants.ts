import type { DeadlineRule } from '../deadline/rule.ts'

/** One period of two lengths: which procedure it was, the record does not know. */
export type Variants = {
  /** Without the procedure. */
  name: string
  /** The rule that changes are recorded under: it allows all that the short one does. */
  usual: string
  short: string
  words: { usual: string; short: string }
}

const procedures = { usual: '普通程序', short: '简易程序' }

const allVariants: readonly Variants[] = [
  {
    name: '法院委托调解（立案后）期限',
    usual: 'C6.ordinary',
    short: 'C6.summary',
    words: procedures,
  },
  { name: '仲裁裁决', usual: 'F9.award', short: 'F9.summary', words: procedures },
  {
    name: '作出工伤认定',
    usual: 'F14.decide',
    short: 'F14.decideClear',
    words: { usual: '一般情形', short: '事实清楚的' },
  },
]

/** @policy rules.md C6, F9, F14: both lengths run while nobody has told which */
export const variantsOf = (id: string): Variants | undefined =>
  allVariants.find(({ usual, short }) => usual === id || short === id)

/** @policy A change of one of the two lengths moves the other as well: it is one period */
export const isSamePeriod = (a: string, b: string): boolean =>
  a === b || variantsOf(a)?.usual === (variantsOf(b)?.usual ?? b)

/** @policy The name says nothing of a procedure that nobody has told */
export const periodName = ({ id, name }: Pick<DeadlineRule, 'id' | 'name'>): string =>
  variantsOf(id)?.name ?? name
