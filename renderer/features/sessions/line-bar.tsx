import { BookOpenText, Star, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Attendee, SessionRecord } from '#contract/sessions.ts'
import { entryMarkLabels } from '../../lib/labels/sessions.ts'
import { Button } from '../../ui/button.tsx'
import { speakerKey, speakerTag } from './attendee-names.ts'
import { markLooks } from './mark-looks.tsx'
import type { NotebookView } from './notebook-line.ts'
import type { Notebook } from './notebook.ts'
import { openPartOf } from './open-part.ts'
import { silenceOf, type Silence } from './speaking.ts'

type Props = {
  record: SessionRecord
  notebook: Notebook
  view: NotebookView
  onPhrases: () => void
  /** What ends the session, at the right. */
  end: ReactNode
}

const silenceWords: Readonly<Record<Silence, string>> = {
  left: '已离场',
  noConsent: '未经同意',
  away: '不在场',
}

/** Under the column: who says this line and what it is, each with its key. */
export function LineBar({ record, notebook, view, onPhrases, end }: Props) {
  const current = view.rows.find((row) => row.id === view.currentId)
  const part = openPartOf(record.parts)
  return (
    <div className="session-line-bar">
      <fieldset className="session-line-group session-line-speakers" disabled={!current}>
        <legend>谁说的</legend>
        {record.attendees.map((attendee, index) => (
          <SpeakerButton
            key={attendee.id}
            attendee={attendee}
            shortcut={speakerKey(index)}
            silence={silenceOf(attendee, record, part)}
            isSpeaking={attendee.id === current?.attendeeId}
            onPick={() => notebook.speak(attendee.id)}
          />
        ))}
      </fieldset>
      <div className="session-line-end">{end}</div>
      <fieldset className="session-line-group session-line-marks" disabled={!current}>
        <legend className="tx-unseen">这一句是什么</legend>
        <Button
          icon={<Star aria-hidden="true" />}
          shortcut="Ctrl+M"
          pressed={current?.isKeyPoint === true}
          onClick={() => notebook.toggleKeyPoint()}
        >
          要点
        </Button>
        {markLooks.map(({ mark, combo, icon: Icon, hint }) => (
          <Button
            key={mark}
            icon={<Icon aria-hidden="true" />}
            shortcut={combo}
            title={hint}
            pressed={current?.mark === mark}
            onClick={() => notebook.toggleMark(mark)}
          >
            {entryMarkLabels[mark]}
          </Button>
        ))}
        <Button icon={<BookOpenText aria-hidden="true" />} shortcut="F4" onClick={onPhrases}>
          常用语
        </Button>
        <Button
          icon={<Trash2 aria-hidden="true" />}
          disabled={view.rows.length <= 1}
          onClick={() => notebook.removeCurrent()}
        >
          删这一句
        </Button>
      </fieldset>
    </div>
  )
}

type SpeakerButtonProps = {
  attendee: Attendee
  shortcut: string | undefined
  silence: Silence | undefined
  isSpeaking: boolean
  onPick: () => void
}

function SpeakerButton({ attendee, shortcut, silence, isSpeaking, onPick }: SpeakerButtonProps) {
  return (
    <Button
      className="session-speaker-button"
      shortcut={shortcut}
      pressed={isSpeaking}
      disabled={silence !== undefined}
      onClick={onPick}
    >
      <span className="session-speaker-name">{attendee.name}</span>
      <span className="session-tag">{silence ? silenceWords[silence] : speakerTag(attendee)}</span>
    </Button>
  )
}
