/**
 * What somebody wrote into a form, over what the record says. Keys are the names that forms use (回访.满意度), a list
 * stands under the name of its loop with a row for each thing. An empty text leaves the blank to be filled by hand.
 */
export type SheetWords = {
  fields: Record<string, string>
  lists: Record<string, Record<string, string>[]>
}

export const noWords: SheetWords = { fields: {}, lists: {} }
