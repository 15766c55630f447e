const relationship = /<(?:\w+:)?Relationship\b[^>]*>/gu
const isExternal = (tag: string) => /\bTargetMode\s*=\s*["']External["']/iu.test(tag)
const isOf = (tag: string, kind: string) => new RegExp(`/${kind}["']`, 'iu').test(tag)

const settings = 'word/settings.xml'
const settingsLinks = 'word/_rels/settings.xml.rels'

/** Where the author's own Word looked for the file's template: a path on that machine, needed by nobody. */
export function withoutAttachedTemplate(parts: Map<string, Buffer>): void {
  const change = (name: string, from: RegExp, to: (found: string) => string) => {
    const xml = parts.get(name)?.toString('utf8')
    if (xml !== undefined) parts.set(name, Buffer.from(xml.replace(from, to)))
  }
  if (!parts.get(settingsLinks)?.includes('attachedTemplate')) return
  change(settingsLinks, relationship, (tag) => (isOf(tag, 'attachedTemplate') ? '' : tag))
  change(settings, /<w:attachedTemplate\b[^>]*\/>/gu, () => '')
}

/** Fields that fetch something when the file is opened. */
const fetchingField = /\b(?:INCLUDEPICTURE|INCLUDETEXT|DDE|DDEAUTO|LINK|IMPORT|DATABASE)\b/iu

/** Whether opening the file would fetch something from elsewhere, telling who prints; links to click on do not. */
export const fetchesFromElsewhere = (parts: ReadonlyMap<string, Buffer>): boolean =>
  [...parts].some(([name, bytes]) => {
    if (/\.rels$/iu.test(name))
      return (bytes.toString('utf8').match(relationship) ?? []).some(
        (tag) => isExternal(tag) && !isOf(tag, 'hyperlink'),
      )
    if (!/\.xml$/iu.test(name)) return false
    const xml = bytes.toString('utf8')
    const typed = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)/gu)].map(([, words]) => words)
    const simple = [...xml.matchAll(/\bw:instr\s*=\s*["']([^"']*)/gu)].map(([, words]) => words)
    return (
      fetchingField.test(typed.join('')) || simple.some((words) => fetchingField.test(words ?? ''))
    )
  })
