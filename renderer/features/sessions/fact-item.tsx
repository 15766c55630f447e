import type { SessionRecord, UndisputedFact } from '#contract/sessions.ts'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { answerOf, factState, type FactState } from './fact-state.ts'

type Props = {
  fact: UndisputedFact
  parties: SessionRecord['parties']
  /** A wording under way. */
  draft: string | undefined
  onDraft: (text: string | undefined) => void
  reload: () => Promise<void>
}

const looks = {
  open: { tone: 'waiting', word: '还要问' },
  askAnew: { tone: 'late', word: '文字改过，要重新问' },
  denied: { tone: 'late', word: '有人不认可' },
  agreed: { tone: 'done', word: '各方都认可' },
} as const satisfies Record<FactState, { tone: string; word: string }>

const answers = [
  { value: 'yes', label: '认可', key: '1' },
  { value: 'no', label: '不认可', key: '2' },
] as const

export function FactItem({ fact, parties, draft, onDraft, reload }: Props) {
  const answer = useRun('sessions.answerFact')
  const change = useRun('sessions.changeFact')
  const remove = useRun('sessions.removeFact')
  const look =
    looks[
      factState(
        fact,
        parties.map((party) => party.id),
      )
    ]
  const isChanging = draft !== undefined
  const keepWording = async () => {
    const text = draft?.trim() ?? ''
    if (text === '') return
    if (text !== fact.text) {
      if (!(await change.run({ id: fact.id, revision: fact.revision, text }))) return
      await reload()
    }
    onDraft(undefined)
  }
  const note = async (partyId: string, value: 'yes' | 'no') => {
    if (await answer.run({ id: fact.id, revision: fact.revision, partyId, answer: value }))
      await reload()
  }
  const takeOut = async () => {
    if (await remove.run({ id: fact.id })) await reload()
  }
  return (
    <li className="session-fact">
      <div className="session-fact-head">
        <Tag tone={look.tone} word={look.word} />
        {fact.revision > 1 ? <span className="session-tag">第 {fact.revision} 稿</span> : null}
      </div>
      <FailureNotice failure={answer.failure} onClose={answer.clear} />
      <FailureNotice failure={change.failure} onClose={change.clear} />
      <FailureNotice failure={remove.failure} onClose={remove.clear} />
      {isChanging ? (
        <>
          <TextAreaField
            label="改文字"
            minRows={2}
            maxLength={4000}
            value={draft}
            hint="改了文字，各方要重新确认"
            autoFocus
            onChange={onDraft}
          />
          <div className="row">
            <Button
              kind="primary"
              disabled={draft.trim() === ''}
              busy={change.running}
              onClick={() => void keepWording()}
            >
              改好了
            </Button>
            <Button onClick={() => onDraft(undefined)}>不改</Button>
          </div>
        </>
      ) : (
        <>
          <p className="session-said">{fact.text}</p>
          {parties.map((party) => (
            <ChoiceField
              key={party.id}
              label={party.name}
              options={answers}
              value={answerOf(fact, party.id)}
              onChange={(value) => void note(party.id, value)}
            />
          ))}
          <div className="row">
            <Button kind="link" onClick={() => onDraft(fact.text)}>
              改文字
            </Button>
            <Button kind="link" busy={remove.running} onClick={() => void takeOut()}>
              撤下这一条
            </Button>
          </div>
        </>
      )}
    </li>
  )
}
