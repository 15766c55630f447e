import { ArrowLeft, ArrowRight, Check, CircleHelp, Square, Volume2, X } from 'lucide-react'
import { useState } from 'react'
import { partyRoleLabels, partyRoles } from '#db/domain/party.ts'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { answerOf, isHeard, spokenText, type ReadBack } from './reading.ts'
import { useVoice } from './voice.ts'

type Props = {
  paper: 'minutes' | 'agreement'
  objectId: string
  readBack: ReadBack
  item: ReadBack['items'][number]
  isFirst: boolean
  isLast: boolean
  onGo: (step: -1 | 1) => void
}

type Party = ReadBack['parties'][number]

const roleWord = (text: string): string => {
  const role = partyRoles.find((known) => known === text)
  return role ? partyRoleLabels[role] : ''
}

export function ReadBackPiece(props: Props) {
  const { paper, objectId, readBack, item, isFirst, isLast, onGo } = props
  const answering = useRun('readBacks.answer')
  const voice = useVoice()
  const [objector, setObjector] = useState<Party>()
  const { parties, answers, sha256 } = readBack
  const answer = (party: Party, yes: boolean, words = '') =>
    answering.run({
      paper,
      objectId,
      sha256,
      item: item.key,
      partyId: party.id,
      answer: yes ? 'yes' : 'no',
      words,
    })
  const allYes = async () => {
    // Whoever has an objection takes it back himself.
    for (const party of parties)
      if (!answerOf(answers, item.key, party.id) && !(await answer(party, true))) return
    if (!isLast) onGo(1)
  }
  const isTyping = objector !== undefined
  useShortcut('ArrowRight', () => onGo(1), { enabled: !isLast && !isTyping })
  useShortcut('ArrowLeft', () => onGo(-1), { enabled: !isFirst && !isTyping })
  return (
    <>
      <article className="read-back-text" aria-live="polite">
        <h2>{item.heading}</h2>
        <p>{item.text}</p>
      </article>
      <FailureNotice failure={answering.failure} onClose={answering.clear} />
      <div className="read-back-answers" role="group" aria-label="各方的回答">
        {parties.map((party, index) => (
          <PartyAnswer
            key={party.id}
            party={party}
            given={answerOf(answers, item.key, party.id)}
            number={index + 1}
            busy={answering.running}
            onYes={() => void answer(party, true)}
            onNo={() => setObjector(party)}
          />
        ))}
      </div>
      <div className="read-back-foot">
        <Button
          icon={<ArrowLeft aria-hidden="true" />}
          disabled={isFirst}
          shortcut="ArrowLeft"
          shortcutShownOnly
          onClick={() => onGo(-1)}
        >
          上一段
        </Button>
        {voice.hasVoice ? (
          <Button
            icon={voice.speaking ? <Square aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
            shortcut="F9"
            pressed={voice.speaking}
            onClick={() =>
              voice.speaking ? voice.stop() : voice.say(spokenText(item.heading, item.text))
            }
          >
            {voice.speaking ? '停止朗读' : '朗读这一段'}
          </Button>
        ) : (
          <span className="read-back-hint">这台电脑没有中文朗读声音，请念给各方听。</span>
        )}
        <Button
          kind="primary"
          large
          shortcut="Ctrl+Enter"
          busy={answering.running}
          onClick={() => void allYes()}
        >
          {allYesWords(readBack, item.key)}
          {isLast ? '' : '，下一段'}
        </Button>
        <Button
          icon={<ArrowRight aria-hidden="true" />}
          disabled={isLast}
          shortcut="ArrowRight"
          shortcutShownOnly
          onClick={() => onGo(1)}
        >
          下一段
        </Button>
      </div>
      {objector ? (
        <Objection
          party={objector}
          failure={answering.failure}
          busy={answering.running}
          onClose={() => setObjector(undefined)}
          onSaid={async (words) => {
            if (await answer(objector, false, words)) setObjector(undefined)
          }}
        />
      ) : null}
    </>
  )
}

/** What the one key would write down now. */
const allYesWords = (readBack: ReadBack, item: string): string => {
  if (isHeard(readBack, item)) return '各方都已认可'
  const given = readBack.parties.map(({ id }) => answerOf(readBack.answers, item, id)?.answer)
  if (!given.includes('no')) return '各方都认可'
  return given.includes(undefined) ? '其余各方认可' : '有意见，先记着'
}

type PartyAnswerProps = {
  party: Party
  given: ReadBack['answers'][number] | undefined
  number: number
  busy: boolean
  onYes: () => void
  onNo: () => void
}

function PartyAnswer({ party, given, number, busy, onYes, onNo }: PartyAnswerProps) {
  const state = given?.answer ?? 'open'
  return (
    <fieldset className="read-back-party" data-state={state} aria-label={party.name}>
      <div className="read-back-name">
        <b>{party.name}</b>
        <span>{roleWord(party.role)}</span>
      </div>
      <div className="read-back-state">
        {state === 'yes' ? (
          <>
            <Check aria-hidden="true" /> 认可
          </>
        ) : state === 'no' ? (
          <>
            <X aria-hidden="true" /> 有意见{given?.words ? `：${given.words}` : ''}
          </>
        ) : (
          <>
            <CircleHelp aria-hidden="true" /> 还没有问
          </>
        )}
      </div>
      <div className="read-back-buttons">
        <Button
          shortcut={number <= 9 ? `Alt+${number}` : undefined}
          pressed={state === 'yes'}
          busy={busy}
          aria-label={`${party.name} 认可`}
          onClick={onYes}
        >
          认可
        </Button>
        <Button
          shortcut={number <= 9 ? `Alt+Shift+${number}` : undefined}
          pressed={state === 'no'}
          busy={busy}
          aria-label={`${party.name} 有意见`}
          onClick={onNo}
        >
          有意见
        </Button>
      </div>
    </fieldset>
  )
}

type ObjectionProps = {
  party: Party
  failure: Parameters<typeof FailureNotice>[0]['failure']
  busy: boolean
  onClose: () => void
  onSaid: (words: string) => Promise<void>
}

function Objection({ party, failure, busy, onClose, onSaid }: ObjectionProps) {
  const [words, setWords] = useState('')
  return (
    <Dialog
      title={`${party.name}对这一段有什么意见`}
      open
      onClose={onClose}
      onConfirm={() => void onSaid(words.trim())}
      confirmText="记下"
      busy={busy}
      {...(failure ? { failure } : {})}
    >
      <TextField label="意见" value={words} maxLength={500} autoFocus onChange={setWords} />
      <p className="read-back-hint">记下以后，内容改好了要重新念；改过的段落会再问一遍。</p>
    </Dialog>
  )
}
