import type { SheetQuestion } from './sheet-form.ts'

/** @policy nobody prescribes these words; the form leaves room for any others. */
const usual: Readonly<Record<string, readonly string[]>> = {
  '回访.方式': ['上门', '电话', '微信', '来访'],
  '回访.满意度': ['满意', '基本满意', '不满意'],
}

/** Blanks for the names of parties, one or all of them. */
const forNames = new Set(['回访.被访人'])

/** More would be a wall of names: then they are typed. */
const mostNames = 6

/** What is usually written into a blank; nothing of it is there before somebody chooses it. */
export const usualAnswers = (
  { name }: Pick<SheetQuestion, 'name'>,
  partyNames: readonly string[],
): readonly string[] => {
  if (!forNames.has(name)) return usual[name] ?? []
  const names = [...new Set(partyNames)].filter((each) => each !== '')
  if (names.length > mostNames) return []
  return names.length > 1 ? [...names, names.join('、')] : names
}
