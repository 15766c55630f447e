import type { FormHead } from '#contract/papers.ts'
import type { PrintingSettings } from '#contract/printing.ts'

type Rule = PrintingSettings['forms'][string]
export type RuleRow = { form: string; title: string; rule: Rule }

/** In the order of the house; a form that this house no longer has stands last under its id. */
export const ruleRows = (
  { forms: rules }: PrintingSettings,
  forms: readonly Pick<FormHead, 'id' | 'title'>[],
): RuleRow[] => {
  const place = (form: string): number => {
    const found = forms.findIndex(({ id }) => id === form)
    return found < 0 ? forms.length : found
  }
  return Object.entries(rules)
    .map(([form, rule]) => ({
      form,
      title: forms.find(({ id }) => id === form)?.title ?? form,
      rule,
    }))
    .toSorted((a, b) => place(a.form) - place(b.form))
}

/** Without anything of its own yet: as usual. */
export const addRule = (settings: PrintingSettings, form: string): PrintingSettings => ({
  ...settings,
  forms: { ...settings.forms, [form]: {} },
})

export const changeRule = (
  settings: PrintingSettings,
  form: string,
  part: Partial<Rule>,
): PrintingSettings => ({
  ...settings,
  forms: { ...settings.forms, [form]: { ...settings.forms[form], ...part } },
})

export const removeRule = (settings: PrintingSettings, form: string): PrintingSettings => ({
  ...settings,
  forms: Object.fromEntries(Object.entries(settings.forms).filter(([id]) => id !== form)),
})
