import { type CalcName, calcNames } from '#db/domain/labour/calc-names.ts'
import { claimForms } from './claim.ts'
import { endingForms } from './ending.ts'
import { type CalcForm, type Matter, matters } from './field.ts'
import { injuryForms } from './injury.ts'
import { promiseForms } from './promises.ts'
import { wageForms } from './wages.ts'

/** What each calculator asks, in the order in which it is asked. */
export const calcForms: Readonly<Record<CalcName, CalcForm>> = {
  ...endingForms,
  ...wageForms,
  ...injuryForms,
  ...promiseForms,
  ...claimForms,
}

const matterTitles = {
  sum: '汇总',
  ending: '解除和终止',
  wages: '工资和休假',
  injury: '工伤',
  promises: '违约金和利息',
} as const satisfies Record<Matter, string>

/** The calculators by matter; each stands in exactly one. */
export const calcGroups: readonly { title: string; names: readonly CalcName[] }[] = matters.map(
  (matter) => ({
    title: matterTitles[matter],
    names: calcNames.filter((name) => calcForms[name].matter === matter),
  }),
)
