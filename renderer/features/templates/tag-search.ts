import type { OutputOf } from '../../lib/ask.ts'

export type ListedTag = OutputOf<'templates.tags'>[number]

/** A group of tags: those of one name, or those of a list with the list itself. */
export type TagGroup = { title: string; list?: ListedTag; tags: ListedTag[] }

/** The tag as it is written into Word; of a list its begin and end. */
export const writtenTag = ({ name, kind }: ListedTag): string =>
  kind === 'list' ? `{#${name}}{/${name}}` : `{${name}}`

const groupOf = (name: string): string => name.slice(0, name.indexOf('.'))

/** Groups in their order; only what holds every typed word, in its name or in what it prints. */
export const searchTags = (tags: readonly ListedTag[], typed: string): TagGroup[] => {
  const words = typed.normalize('NFKC').trim().split(/\s+/u)
  const holds = ({ name, loop = '', sample }: ListedTag) =>
    words.every((word) => `${name} ${loop} ${sample}`.includes(word))
  const groups = new Map<string, TagGroup>()
  for (const tag of tags) {
    const isList = tag.kind === 'list'
    const key = isList
      ? `#${tag.name}`
      : tag.loop === undefined
        ? groupOf(tag.name)
        : `#${tag.loop}`
    const title = key.replace('#', '')
    const group = groups.get(key) ?? { title, tags: [] }
    groups.set(key, isList ? { ...group, list: tag } : { ...group, tags: [...group.tags, tag] })
  }
  return [...groups.values()]
    .map((group) =>
      group.list && holds(group.list)
        ? group
        : { ...group, tags: group.tags.filter((tag) => holds(tag)) },
    )
    .filter(({ tags: left }) => left.length > 0)
}
