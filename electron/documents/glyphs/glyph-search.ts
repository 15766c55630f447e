import { addFontFile, newCoverage } from './coverage.ts'

/** What draws nothing by itself: white space, controls, joiners, variation selectors. */
const isInvisible = (character: string) =>
  /^[\p{White_Space}\p{Cc}\p{Cf}\p{Variation_Selector}]$/u.test(character)

/** A private character means something only in the font that it was made with: any other prints something else. */
const isPrivate = (character: string) => /^\p{Co}$/u.test(character)

/**
 * Finds the characters that no installed font can print. Chromium takes a missing character from any other font that
 * has it, so one font is enough. Files are read as far as they are needed, each once in a run; the list is asked
 * again, since a missing font may be installed meanwhile.
 */
export function glyphSearch(fontFiles: () => Promise<string[]>) {
  const coverage = newCoverage()
  const read = new Set<string>()
  let fonts = 0
  let last: Promise<unknown> = Promise.resolve()

  const search = async (text: string): Promise<string[]> => {
    const characters = [...new Set(text)].filter((each) => !isInvisible(each))
    const privates = characters.filter(isPrivate)
    const missing = () =>
      characters.filter((each) => !isPrivate(each) && !coverage.has(each.codePointAt(0) ?? 0))
    if (missing().length === 0) return privates
    for (const file of await fontFiles()) {
      if (read.has(file)) continue
      read.add(file)
      if (await addFontFile(file, coverage)) fonts += 1
      if (missing().length === 0) return privates
    }
    // Where no font is to be seen at all, nothing is known of any character.
    return fonts === 0 ? privates : [...privates, ...missing()]
  }

  return (text: string): Promise<string[]> => {
    const result = last.then(() => search(text))
    last = result.catch(() => undefined)
    return result
  }
}
