/** One side, turned over the long edge, turned over the short edge. */
export type Sides = 'one' | 'long' | 'short'

/** For a kind of paper; what is absent comes from `usual`. */
export type PrintingRule = {
  printer?: string | undefined
  sides?: Sides | undefined
  /** Undefined leaves the number that the paper itself wants. */
  copies?: number | undefined
}

export type PrintingSettings = {
  usual: { printer?: string | undefined; sides: Sides }
  /** By form id. */
  forms: Record<string, PrintingRule>
}

/** @policy ux.md §2.5: over the long edge unless somebody says otherwise */
export const firstPrintingSettings: PrintingSettings = { usual: { sides: 'long' }, forms: {} }

/** @policy ux.md §2.5: a paper of one page, and a printer that cannot turn, print on one side. */
export const sidesFor = (
  settings: PrintingSettings,
  paper: { form: string; pages: number; sides?: Sides | undefined },
  canTurn: boolean,
): Sides => {
  if (paper.pages === 1 || !canTurn) return 'one'
  return paper.sides ?? settings.forms[paper.form]?.sides ?? settings.usual.sides
}
