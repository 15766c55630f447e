import type { OutputOf } from '../../lib/ask.ts'

type Rule = OutputOf<'clocks.rules'>[number]
type Searched = Pick<Rule, 'name' | 'topicName' | 'eventName' | 'source' | 'ruleId' | 'length'>

/** Rules that contain every word, in name, topic, event, source, length or number; full-width letters count as plain. */
export const findRules = <R extends Searched>(rules: readonly R[], text: string): readonly R[] => {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rules
  return rules.filter((rule) => {
    const all = [rule.name, rule.topicName, rule.eventName, rule.source, rule.ruleId, rule.length]
      .join(' ')
      .normalize('NFKC')
      .toLowerCase()
    return words.every((word) => all.includes(word))
  })
}
