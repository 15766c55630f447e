import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { usePendingSave } from '../../lib/pending-saves.ts'
import { Button } from '../../ui/button.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { EntryColumn } from './entry-column.tsx'
import type { FactDrafts } from './facts-panel.tsx'
import { insertWords } from './insert-words.ts'
import { useKeptSlot } from './kept-slot.tsx'
import { LineBar } from './line-bar.tsx'
import { openPartOf } from './open-part.ts'
import { PartBar } from './part-bar.tsx'
import { RoomDialogs } from './room-dialogs.tsx'
import { RoomFrame } from './room-frame.tsx'
import { phraseAt } from './room-phrases.ts'
import { RoomRailPanels } from './room-rail-panels.tsx'
import type { RoomSlot } from './room-slots.ts'
import { SaveStateLine, UnsavedNotice } from './save-state-line.tsx'
import { TurnedRoom } from './turned-room.tsx'
import { unsavedWords, othersHint } from './room-words.ts'
import { useFullScreen } from './use-full-screen.ts'
import { useNotebook, useNotebookView } from './use-notebook.ts'
import { useParts } from './use-parts.ts'
import { usePhrases } from './use-phrases.ts'
import { usePrivateNotes } from './use-private-notes.ts'
import { useRoomDialogs } from './use-room-dialogs.ts'
import { useTurned } from './use-turned.ts'

type Props = {
  record: SessionRecord
  reload: () => Promise<void>
  offers: RoomSlot | undefined
  recording: RoomSlot | undefined
}

const lineBoxOf = (rowId: string): HTMLTextAreaElement | null =>
  document.querySelector<HTMLTextAreaElement>(`textarea[data-row-id="${rowId}"]`)

/** The open room: lines on the left, the rail on the right; or, turned, what both sides may see. */
export function RoomDesk({ record, reload, offers, recording }: Props) {
  const room = useNotebook(record)
  const { notebook, outbox } = room
  const view = useNotebookView(notebook)
  const parts = useParts(record, room, reload)
  const notes = usePrivateNotes(record.caseId, record.mayOpenWall)
  const { phrases, failure: phrasesFailure } = usePhrases()
  const [isTurned, setIsTurned] = useTurned(record.id)
  const [factDrafts, setFactDrafts] = useState<FactDrafts>({})
  const full = useFullScreen()
  usePendingSave(async () => {
    if (!(await outbox.drain())) throw new Error('lines are not in the store yet')
  })

  const backToLine = useCallback(() => {
    const at = room.cursor()
    const { currentId } = notebook.view()
    notebook.goTo(currentId, at?.entryId === currentId ? at.caret : 'same')
  }, [notebook, room])
  const { dialog, show, close } = useRoomDialogs(backToLine)

  const turn = () => {
    outbox.flush()
    // Turning back puts the cursor where it stood
    if (!isTurned) backToLine()
    setIsTurned(!isTurned)
  }
  // Also over an open dialog: at once, whatever is on the screen
  useShortcut('Ctrl+H', turn, { everywhere: true })

  const latestPhrases = useRef(phrases)
  useEffect(() => {
    latestPhrases.current = phrases
  }, [phrases])
  const doings = useMemo(
    () => ({
      flush: () => outbox.flush(),
      moved: room.moved,
      phraseAt: (before: string) => phraseAt(before, latestPhrases.current),
    }),
    [outbox, room],
  )
  const insertPhrase = (text: string) => {
    close()
    // After the dialog has given the keyboard back
    setTimeout(() => {
      const box = lineBoxOf(notebook.view().currentId)
      if (box) insertWords(box, text)
    }, 0)
  }

  const part = openPartOf(record.parts)
  const partyNames = new Map(record.parties.map((party) => [party.id, party.name]))
  const nameOfPart = (partId: string) =>
    partyNames.get(record.parts.find((one) => one.id === partId)?.partyId ?? '') ?? ''
  const slotProps = {
    caseId: record.caseId,
    sessionId: record.id,
    part,
    turned: isTurned,
    currentText: () => notebook.textOf(notebook.view().currentId),
    speakerPartyId: () => {
      const { rows, currentId } = notebook.view()
      const speakerId = rows.find((row) => row.id === currentId)?.attendeeId
      return record.attendees.find((attendee) => attendee.id === speakerId)?.partyId
    },
    linePartyId: () => {
      const { rows, currentId } = notebook.view()
      const partId = rows.find((row) => row.id === currentId)?.partId
      return record.parts.find((one) => one.id === partId)?.partyId
    },
  }
  const offersPanel = record.mayOpenWall ? offers?.(slotProps) : undefined
  const recordingSign = useKeptSlot(recording?.(slotProps))
  const dialogs = (
    <RoomDialogs
      dialog={dialog}
      isHidden={isTurned}
      record={record}
      room={room}
      parts={parts}
      phrases={phrases}
      phrasesFailure={phrasesFailure}
      onInsert={insertPhrase}
      onClose={close}
      reload={reload}
    />
  )

  return (
    <>
      {recordingSign.kept}
      {isTurned ? (
        <TurnedRoom
          record={record}
          lines={view.rows.map((row) => ({ ...row, text: notebook.textOf(row.id) }))}
          offers={offersPanel}
          recording={recordingSign.place}
          onTurnBack={turn}
        />
      ) : (
        <RoomFrame
          record={record}
          state={<SaveStateLine outbox={outbox} />}
          full={full}
          notice={
            <UnsavedNotice outbox={outbox} wordsOf={(unsaved) => unsavedWords(record, unsaved)} />
          }
          bar={
            <PartBar
              record={record}
              parts={parts}
              recording={recordingSign.place}
              onChoosePart={() => show({ kind: 'part' })}
              onTurn={turn}
            />
          }
          lineBar={
            <LineBar
              record={record}
              notebook={notebook}
              view={view}
              onPhrases={() => show({ kind: 'phrases' })}
              end={
                <>
                  <Button onClick={() => show({ kind: 'end', ending: 'end' })}>结束谈话</Button>
                  <Button
                    kind="primary"
                    shortcut="Ctrl+Enter"
                    onClick={() => show({ kind: 'end', ending: 'agreement' })}
                  >
                    形成协议
                  </Button>
                </>
              }
            />
          }
          rail={
            <RoomRailPanels
              record={record}
              notebook={notebook}
              view={view}
              notes={notes}
              offers={offersPanel}
              factDrafts={factDrafts}
              onFactDrafts={setFactDrafts}
              reload={reload}
              onCallIn={() => show({ kind: 'callIn' })}
              onBackToLine={backToLine}
            />
          }
        >
          <EntryColumn
            notebook={notebook}
            view={view}
            attendees={record.attendees}
            nameOfPart={nameOfPart}
            others={othersHint(record)}
            doings={doings}
          />
        </RoomFrame>
      )}
      {dialogs}
    </>
  )
}
