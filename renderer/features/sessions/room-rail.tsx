import { Star, Trash2, UserPlus } from 'lucide-react'
import { Fragment } from 'react'
import type { Attendee, SessionRecord } from '#contract/sessions.ts'
import { Button } from '../../ui/button.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Section } from '../../ui/section.tsx'
import { speakerKey, speakerTag } from './attendee-names.ts'
import type { Notebook, NotebookView } from './notebook.ts'
import { SessionFacts } from './session-facts.tsx'

type Props = {
  record: SessionRecord
  notebook: Notebook
  view: NotebookView
  onAddAttendee: () => void
}

/** Beside the column: who is there with their keys, this line, the key points. */
export function RoomRail({ record, notebook, view, onAddAttendee }: Props) {
  const current = view.rows.find((row) => row.id === view.currentId)
  return (
    <>
      <Section
        title="这一句谁说的"
        extra={
          <Button kind="link" icon={<UserPlus aria-hidden="true" />} onClick={onAddAttendee}>
            加参加人
          </Button>
        }
      >
        <div className="session-speakers">
          {record.attendees.map((attendee, index) => (
            <SpeakerButton
              key={attendee.id}
              attendee={attendee}
              shortcut={speakerKey(index)}
              isSpeaking={attendee.id === current?.attendeeId}
              onPick={() => notebook.setSpeaker(attendee.id)}
            />
          ))}
        </div>
        <div className="session-line-tools">
          <Button
            icon={<Star aria-hidden="true" />}
            shortcut="Ctrl+M"
            pressed={current?.isKeyPoint === true}
            onClick={() => notebook.toggleKeyPoint()}
          >
            {current?.isKeyPoint ? '取消要点' : '标为要点'}
          </Button>
          <Button
            icon={<Trash2 aria-hidden="true" />}
            disabled={view.rows.length === 1}
            onClick={() => notebook.removeCurrent()}
          >
            删这一句
          </Button>
        </div>
      </Section>
      <KeyPoints notebook={notebook} view={view} attendees={record.attendees} />
      <SessionFacts record={record} />
      <ul className="session-keys" aria-label="按键">
        {keyHints.map(({ combos, words }) => (
          <li key={words}>
            {combos.map((combo) => (
              <Fragment key={combo}>
                <KeyHint combo={combo} />{' '}
              </Fragment>
            ))}
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}

const keyHints = [
  { combos: ['Enter'], words: '下一句，自动换人' },
  { combos: ['Shift+Enter'], words: '句内换行' },
  { combos: ['↑', '↓'], words: '上一句、下一句' },
  { combos: ['Backspace'], words: '删去空的一句' },
  { combos: ['Ctrl+Z'], words: '撤销' },
]

type SpeakerButtonProps = {
  attendee: Attendee
  shortcut: string | undefined
  isSpeaking: boolean
  onPick: () => void
}

function SpeakerButton({ attendee, shortcut, isSpeaking, onPick }: SpeakerButtonProps) {
  return (
    <Button
      className="session-speaker-button"
      shortcut={shortcut}
      pressed={isSpeaking}
      onClick={onPick}
      block
    >
      <span className="session-speaker-name">{attendee.name}</span>
      <span className="session-tag">{speakerTag(attendee)}</span>
    </Button>
  )
}

function KeyPoints({
  notebook,
  view,
  attendees,
}: Omit<Props, 'record' | 'onAddAttendee'> & { attendees: readonly Attendee[] }) {
  const { keyPoints } = view
  const nameOf = (id: string) => attendees.find((attendee) => attendee.id === id)?.name ?? ''
  return (
    <Section title={`要点（${keyPoints.length}）`}>
      {keyPoints.length === 0 ? (
        <p className="session-hint">要紧的话按 Ctrl+M 标为要点，写协议时会列出来。</p>
      ) : (
        <ul className="session-key-points">
          {keyPoints.map((point) => (
            <li key={point.rowId}>
              <button type="button" onClick={() => notebook.goTo(point.rowId)}>
                <b>{nameOf(point.attendeeId)}</b>：{point.text || '（还没有写字）'}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
