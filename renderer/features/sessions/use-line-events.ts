import { useEffect, type RefObject } from 'react'
import { comboOf } from '../../ui/keys.ts'
import { fitHeight } from './fit-height.ts'
import type { Notebook } from './notebook.ts'
import { insertWords } from './insert-words.ts'
import { compositionShare, roomAction, wordsToKeep, type RoomAction } from './room-keys.ts'

export type LineDoings = {
  /** Sends what waits: the cursor left a line, or a command key was pressed. */
  flush(): void
  /** The cursor stands in this line after so many characters. */
  moved(rowId: string, caret: number): void
  /** The phrase whose key stands at the end of these words. */
  phraseAt(before: string): { text: string; length: number } | undefined
}

const boxOf = (target: EventTarget | null): HTMLTextAreaElement | undefined =>
  target instanceof HTMLTextAreaElement && target.dataset['rowId'] ? target : undefined
const rowIdOf = (box: HTMLTextAreaElement): string => box.dataset['rowId'] ?? ''

/** Whether the text takes one line on the screen; up and down then lead out of it. */
const isOneLine = (box: HTMLTextAreaElement): boolean =>
  box.scrollHeight < 2.5 * Number.parseFloat(getComputedStyle(box).fontSize)

const isInComposition = (event: KeyboardEvent): boolean =>
  // 229 is the only mark that some input methods leave
  event.isComposing || event.keyCode === 229 || event.key === 'Process'

/** Long enough for the text box to have done its own undo, also by way of the menu. */
const ownUndoMs = 60

/** Listens for all lines at one place, so that a line is nothing but a text box. */
export const useLineEvents = (
  column: RefObject<HTMLElement | null>,
  notebook: Notebook,
  doings: LineDoings,
): void => {
  useEffect(() => {
    const element = column.current
    if (!element) return undefined
    const flush = () => doings.flush()
    let isOpen = false
    let ownHistoryMoved = 0
    let endedAt = -Infinity

    const afterTheBox = (step: 'undo' | 'redo') => {
      const before = ownHistoryMoved
      setTimeout(() => {
        if (ownHistoryMoved === before) notebook[step]()
      }, ownUndoMs)
    }

    /** @returns whether the browser must not act on the key as well */
    const act = (action: RoomAction, box: HTMLTextAreaElement): boolean => {
      switch (action.do) {
        case 'next':
          notebook.next()
          return true
        case 'remove':
          notebook.removeCurrent()
          return true
        case 'stay':
          return true
        case 'expand': {
          const phrase = doings.phraseAt(box.value.slice(0, box.selectionStart))
          if (phrase) insertWords(box, phrase.text, phrase.length)
          return phrase !== undefined
        }
        case 'move': {
          const before = box.selectionStart
          setTimeout(() => {
            if (document.activeElement !== box) return
            if (box.selectionStart === before || isOneLine(box)) notebook.move(action.by)
          }, 0)
          return false
        }
        case 'undo':
        case 'redo': {
          const isOurs = action.do === 'undo' ? notebook.undoIsOurs() : notebook.redoIsOurs()
          if (isOurs) notebook[action.do]()
          else afterTheBox(action.do)
          return isOurs
        }
      }
    }

    const onKey = (event: KeyboardEvent) => {
      const box = boxOf(event.target)
      if (!box || event.defaultPrevented) return
      if (event.ctrlKey || event.altKey || event.metaKey) flush()
      const action = roomAction({
        combo: comboOf(event),
        composition: compositionShare(isInComposition(event), event.timeStamp - endedAt),
        isEmpty: box.value === '',
        hasSelection: box.selectionStart !== box.selectionEnd,
      })
      if (action && act(action, box)) event.preventDefault()
    }
    const onWords = (event: Event) => {
      const box = boxOf(event.target)
      if (!box) return
      if (event.type === 'compositionend') endedAt = event.timeStamp
      fitHeight(box)
      const input = event instanceof InputEvent ? event : undefined
      const isFromHistory = input?.inputType.startsWith('history') === true
      if (isFromHistory) ownHistoryMoved += 1
      if (!wordsToKeep({ type: event.type, isComposing: input?.isComposing })) return
      isOpen = false
      notebook.write(rowIdOf(box), box.value, isFromHistory)
      doings.moved(rowIdOf(box), box.selectionStart)
    }
    const onCompose = () => {
      isOpen = true
    }
    const onMove = () => {
      const box = boxOf(document.activeElement)
      // Where the cursor stands among unfinished letters says nothing about the words that are kept
      if (box && !isOpen && element.contains(box)) doings.moved(rowIdOf(box), box.selectionStart)
    }
    const onCome = (event: FocusEvent) => {
      const box = boxOf(event.target)
      if (box) notebook.visit(rowIdOf(box))
    }

    element.addEventListener('keydown', onKey)
    element.addEventListener('input', onWords)
    element.addEventListener('compositionstart', onCompose)
    element.addEventListener('compositionend', onWords)
    document.addEventListener('selectionchange', onMove)
    element.addEventListener('focusin', onCome)
    element.addEventListener('focusout', flush)
    return () => {
      element.removeEventListener('keydown', onKey)
      element.removeEventListener('input', onWords)
      element.removeEventListener('compositionstart', onCompose)
      element.removeEventListener('compositionend', onWords)
      document.removeEventListener('selectionchange', onMove)
      element.removeEventListener('focusin', onCome)
      element.removeEventListener('focusout', flush)
    }
  }, [column, doings, notebook])
}
