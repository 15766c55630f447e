import { ruleSource } from '#db/domain/agreement/lint/messages.ts'
import type { Reason } from '#db/domain/reason.ts'
import { ExplainedWord } from '../../ui/explained-word.tsx'

const house = 'P'

/** 依据, and behind it the rule in words; house practice has none unless it rests on an article. */
export const RuleSource = ({ reason: { ruleId, code } }: { reason: Reason }) => {
  const { title, article } = ruleSource(ruleId, code)
  if (ruleId === house && article === '') return null
  return <ExplainedWord word="依据" words={article === '' ? title : `${title}。${article}`} />
}
