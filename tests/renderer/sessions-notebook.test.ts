import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNotebook, type StoredEntry } from '../../renderer/features/sessions/notebook.ts'
import { positionBetween } from '../../renderer/features/sessions/row-position.ts'
import type { Speaker } from '../../renderer/features/sessions/next-speaker.ts'

const table: readonly Speaker[] = [
  { id: 'M', capacity: 'mediator' },
  { id: 'A', capacity: 'party' },
  { id: 'B', capacity: 'party' },
]
type Entries = Parameters<typeof createNotebook>[0]['entries']
const at = '2026-11-22T02:00:00.000Z'
const entry = (
  id: string,
  position: number,
  attendeeId: string,
  text: string,
): Entries[number] => ({
  id,
  position,
  attendeeId,
  text,
  isKeyPoint: false,
  removed: false,
  createdAt: at,
  updatedAt: at,
})

const open = (entries: Entries = []) => {
  const store = new Map<string, StoredEntry>()
  let ids = 0
  const notebook = createNotebook({
    entries,
    speakers: table,
    save: (line) => store.set(line.id, line),
    newId: () => `n${(ids += 1)}`,
    now: () => at,
  })
  /** Speaker and words of each line, as shown. */
  const lines = () =>
    notebook.view().rows.map((row) => `${row.attendeeId}:${notebook.textOf(row.id)}`)
  const type = (text: string) => notebook.write(notebook.view().currentId, text)
  /** What a new notebook over the store would show. */
  const stored = () =>
    [...store.values()]
      .filter((line) => !line.removed)
      .toSorted((a, b) => a.position - b.position)
      .map((line) => `${line.attendeeId}:${line.text}`)
  return { notebook, store, lines, type, stored }
}

describe('createNotebook', () => {
  it('begins with a blank line of the mediator that the store is not told of', () => {
    const { notebook, store, lines } = open()
    expect(lines()).toEqual(['M:'])
    expect(notebook.view().caret).toMatchObject({ rowId: notebook.view().currentId, at: 'end' })
    expect(store.size).toBe(0)
  })

  it('shows the stored lines in order and puts the cursor at the end of the last', () => {
    const { notebook, lines } = open([
      entry('2', 2, 'A', '答'),
      entry('1', 1, 'M', '问'),
      { ...entry('3', 3, 'B', '删去的'), removed: true },
    ])
    expect(lines()).toEqual(['M:问', 'A:答'])
    expect(notebook.view().caret).toMatchObject({ rowId: '2', at: 'end' })
  })

  it('changes the speaker from line to line while two alternate', () => {
    const { notebook, lines, type, stored } = open()
    for (const text of ['工资欠了几个月？', '三个月。', '有欠条吗？', '有。']) {
      type(text)
      notebook.next()
    }
    expect(lines()).toEqual(['M:工资欠了几个月？', 'A:三个月。', 'M:有欠条吗？', 'A:有。', 'M:'])
    expect(stored()).toEqual(lines().slice(0, 4))
  })

  it('makes no line after a line without words', () => {
    const { notebook, type, lines } = open()
    notebook.next()
    type('  ')
    notebook.next()
    expect(lines()).toHaveLength(1)
  })

  it('goes to the blank line below instead of making another', () => {
    const { notebook, type, lines } = open()
    type('问')
    notebook.next()
    notebook.move(-1)
    notebook.next()
    expect(lines()).toEqual(['M:问', 'A:'])
  })

  it('puts a new line between two others and keeps the order in the store', () => {
    const { notebook, type, stored } = open([entry('1', 1, 'M', '一'), entry('3', 2, 'A', '三')])
    notebook.goTo('1')
    notebook.next()
    type('二')
    expect(stored()).toEqual(['A:二'])
    notebook.write('1', '一。')
    notebook.write('3', '三。')
    expect(stored()).toEqual(['M:一。', 'A:二', 'A:三。'])
  })

  it('finds room for any number of lines between the same two', () => {
    const { notebook, type, lines, stored } = open([
      entry('1', 1, 'M', '头'),
      entry('2', 2, 'A', '尾'),
    ])
    for (let count = 0; count < 200; count += 1) {
      notebook.goTo('1')
      notebook.next()
      type(`${count}`)
    }
    notebook.write('1', '头。')
    notebook.write('2', '尾。')
    expect(stored()).toEqual(lines())
    expect(lines().map((line) => line.slice(2))).toEqual([
      '头。',
      ...Array.from({ length: 200 }, (_, count) => `${199 - count}`),
      '尾。',
    ])
  })

  it('gives the line another speaker and takes it back', () => {
    const { notebook, type, stored } = open()
    type('我最多出一万二')
    notebook.setSpeaker('B')
    expect(stored()).toEqual(['B:我最多出一万二'])
    notebook.undo()
    expect(stored()).toEqual(['M:我最多出一万二'])
    notebook.redo()
    expect(stored()).toEqual(['B:我最多出一万二'])
  })

  it('lists key points with the words as they now stand', () => {
    const { notebook, type } = open()
    type('承认漏水')
    notebook.toggleKeyPoint()
    type('承认漏水，愿赔')
    expect(notebook.view().keyPoints.map((point) => point.text)).toEqual(['承认漏水，愿赔'])
    notebook.toggleKeyPoint()
    expect(notebook.view().keyPoints).toEqual([])
  })

  it('removes an emptied line and brings it back with its words', () => {
    const { notebook, type, lines, stored } = open([
      entry('1', 1, 'M', '问'),
      entry('2', 2, 'A', '我记错了'),
    ])
    for (const text of ['我记错', '我记', '我', '']) type(text)
    notebook.removeCurrent()
    expect(lines()).toEqual(['M:问'])
    expect(notebook.view().currentId).toBe('1')
    expect(notebook.undo()).toBe(true)
    expect(lines()).toEqual(['M:问', 'A:我记错了'])
    expect(stored()).toEqual(['A:我记错了'])
    expect(notebook.undo()).toBe(false)
  })

  it('never removes the only line', () => {
    const { notebook, lines } = open()
    notebook.removeCurrent()
    expect(lines()).toEqual(['M:'])
  })

  it('leaves undo to the text box once words were typed after a change to a row', () => {
    const { notebook, type } = open([entry('1', 1, 'M', '问'), entry('2', 2, 'A', '答')])
    expect(notebook.undoIsOurs()).toBe(false)
    notebook.removeCurrent()
    expect(notebook.undoIsOurs()).toBe(true)
    type('问？')
    expect(notebook.undoIsOurs()).toBe(false)
    expect(notebook.undo()).toBe(true)
    expect(notebook.redoIsOurs()).toBe(true)
  })

  it('forgets what could be redone when new words are typed', () => {
    const { notebook, type } = open([entry('1', 1, 'M', '问'), entry('2', 2, 'A', '答')])
    notebook.removeCurrent()
    notebook.undo()
    type('答！')
    expect(notebook.redo()).toBe(false)
  })

  it('changes no row while words are typed', () => {
    const { notebook, type } = open([entry('1', 1, 'M', '问')])
    const before = notebook.view()
    type('问题')
    expect(notebook.view()).toBe(before)
  })

  it('keeps the rows that did not change when a line is added', () => {
    const { notebook } = open([entry('1', 1, 'M', '问'), entry('2', 2, 'A', '答')])
    const before = notebook.view().rows
    notebook.next()
    expect(notebook.view().rows.slice(0, 2)).toEqual(before)
    expect(notebook.view().rows[0]).toBe(before[0])
    expect(notebook.view().rows[1]).toBe(before[1])
  })

  it('drops lines without words at the end of the session', () => {
    const { notebook, type, stored } = open([entry('1', 1, 'M', '问'), entry('2', 2, 'A', '答')])
    type('')
    notebook.dropBlankLines()
    expect(stored()).toEqual([])
    expect(notebook.lineCount()).toBe(1)
    expect(notebook.view().currentId).toBe('1')
  })

  it('shows in every state what the store will show after a restart', () => {
    const act = fc.oneof(
      { weight: 5, arbitrary: fc.record({ type: fc.constantFrom('', '甲', '乙乙', '丙丙丙') }) },
      {
        weight: 6,
        arbitrary: fc.constantFrom('next', 'up', 'down', 'remove', 'undo', 'redo', 'key', 'A', 'B'),
      },
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { notebook, type, lines, store, stored } = open()
        for (const one of acts) {
          if (typeof one === 'object') type(one.type)
          else if (one === 'next') notebook.next()
          else if (one === 'up') notebook.move(-1)
          else if (one === 'down') notebook.move(1)
          else if (one === 'remove') notebook.removeCurrent()
          else if (one === 'undo') notebook.undo()
          else if (one === 'redo') notebook.redo()
          else if (one === 'key') notebook.toggleKeyPoint()
          else notebook.setSpeaker(one)
          const kept = notebook
            .view()
            .rows.filter((row) => store.has(row.id))
            .map((row) => `${row.attendeeId}:${notebook.textOf(row.id)}`)
          expect(stored()).toEqual(kept)
          expect(lines().filter((line) => line.slice(2).trim() !== '')).toEqual(
            kept.filter((line) => line.slice(2).trim() !== ''),
          )
          expect(notebook.view().rows.map((row) => row.id)).toContain(notebook.view().currentId)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('positionBetween', () => {
  it('counts on in whole steps after the last line', () => {
    expect(positionBetween(undefined, undefined)).toBe(1)
    expect(positionBetween(4, undefined)).toBe(5)
    expect(positionBetween(4.25, undefined)).toBe(5)
  })

  it('halves between two lines until no number is left', () => {
    expect(positionBetween(1, 2)).toBe(1.5)
    expect(positionBetween(undefined, 1)).toBe(0)
    expect(positionBetween(1, 1 + Number.EPSILON)).toBeUndefined()
  })
})
