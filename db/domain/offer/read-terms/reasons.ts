import {
  isDemand,
  isHedged,
  isOwnOffer,
  isPast,
  isQuestion,
  isRefused,
  isTag,
  type Mood,
} from './moods.ts'
import type { Phrase, Sentence } from './phrases.ts'

/** Said once for all that follows: 不同意A，B. */
const attitude =
  /不同意|拒绝|不接受|不愿|不答应|不肯|不可能|不认可|要求|(?<!诉讼|其他|其它|仲裁)请求|索赔|(?<![业房店车债])主张|诉求|建议|希望|劝|考虑|听说|据说|合同|判决|裁决|裁定|说好|讲好|比如|例如|至少|起码|想要/
const turn = /^(?:但|不过|只|那|行|好)|我|同意|愿意|最多|顶多|可以|接受/

/** A question about an offer leaves the offer standing; any other question offers nothing. @policy */
export const isOnlyAsked = ({ phrases, isAsked }: Sentence): boolean => {
  const last = phrases.at(-1)
  const endsInTag = last !== undefined && isTag(last.words)
  if (!isAsked && !endsInTag) return false
  return !(endsInTag && phrases.some(({ words }) => isOwnOffer(words)))
}

const ownMood = ({ words, dates }: Phrase, readDemands: boolean): Mood | undefined => {
  if (isQuestion(words)) return 'asked'
  if (isPast(words) || dates.some(({ isOver }) => isOver)) return 'past'
  if (isRefused(words)) return 'refused'
  if (isHedged(words)) return 'hedged'
  return isDemand(words) && !readDemands ? 'demanded' : undefined
}

export type Attitude = { mood: Mood | undefined; carried: Mood | undefined }

/**
 * Why the phrase offers nothing, if so, and what it leaves behind for the next.
 * @policy an attitude holds until somebody speaks for himself; 、 carries the past on
 */
export const attitudeOf = (
  phrase: Phrase,
  previous: { phrase: Phrase; carried: Mood | undefined; mood: Mood | undefined } | undefined,
  { readDemands, hasSubject }: { readDemands: boolean; hasSubject: boolean },
): Attitude => {
  const own = ownMood(phrase, readDemands)
  const lasts = own !== undefined && own !== 'past' && attitude.test(phrase.words)
  if (own !== undefined) return { mood: own, carried: lasts ? own : previous?.carried }
  const isTurned = hasSubject || turn.test(phrase.words)
  if (previous?.carried && !isTurned) return { mood: previous.carried, carried: previous.carried }
  if (previous?.phrase.end === '、' && previous.mood === 'past')
    return { mood: 'past', carried: undefined }
  return { mood: undefined, carried: undefined }
}
