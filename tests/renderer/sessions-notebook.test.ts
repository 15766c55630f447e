import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredEntry } from '../../renderer/features/sessions/notebook-line.ts'
import { createNotebook } from '../../renderer/features/sessions/notebook.ts'
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

type Extra = Pick<Parameters<typeof createNotebook>[0], 'part' | 'cursor'>
const open = (entries: Entries = [], extra: Extra = {}) => {
  const store = new Map<string, StoredEntry>()
  let ids = 0
  const notebook = createNotebook({
    ...extra,
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

  it('never puts what was said into the mouth of who speaks next', () => {
    const { notebook, type, stored } = open()
    type('您先说')
    notebook.speak('B')
    type('我来说')
    expect(stored()).toEqual(['M:您先说', 'B:我来说'])
    notebook.move(-1)
    notebook.speak('A')
    expect(stored()).toEqual(['A:您先说', 'B:我来说'])
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

describe('createNotebook with parts', () => {
  const alone = { kind: 'separate', partId: 'P1' } as const
  const parts = (notebook: ReturnType<typeof open>['notebook']) =>
    notebook.view().rows.map((row) => `${row.partId ?? '-'}:${notebook.textOf(row.id)}`)

  it('puts what is written in a separate talk behind its wall, on a line of its own', () => {
    const { notebook, type, store } = open()
    type('双方都听见的')
    notebook.enter(alone)
    type('只有我听见的')
    notebook.next()
    type('还有')
    expect(parts(notebook)).toEqual(['-:双方都听见的', 'P1:只有我听见的', 'P1:还有'])
    expect([...store.values()].map((line) => line.partId)).toEqual([undefined, 'P1', 'P1'])
    notebook.enter({ kind: 'joint' })
    type('都回来了')
    expect(parts(notebook).at(-1)).toBe('-:都回来了')
  })

  it('takes a line without words along into no other talk', () => {
    const { notebook, type } = open()
    type('问')
    notebook.next()
    notebook.enter(alone)
    expect(parts(notebook)).toEqual(['-:问', 'P1:'])
    notebook.enter({ kind: 'joint' })
    expect(parts(notebook)).toEqual(['-:问', '-:'])
  })

  it('goes to the end instead of putting a line between what was said in another talk', () => {
    const { notebook, type } = open([entry('1', 1, 'M', '问'), entry('2', 2, 'A', '答')], {
      part: alone,
    })
    type('底线')
    notebook.goTo('1')
    notebook.next()
    expect(parts(notebook)).toEqual(['-:问', '-:答', 'P1:底线', 'P1:'])
    expect(notebook.view().currentId).toBe(notebook.view().rows.at(-1)?.id)
  })

  it('makes no new line during a break, while the old ones can be mended', () => {
    const { notebook, type, stored } = open([entry('1', 1, 'M', '问')])
    notebook.enter({ kind: 'closed' })
    notebook.next()
    type('问？')
    expect(stored()).toEqual(['M:问？'])
    expect(notebook.view().rows).toHaveLength(1)
  })

  it('opens in a separate talk with a line behind the wall, never at the end of a joint one', () => {
    const { notebook } = open([entry('1', 1, 'M', '问')], { part: alone })
    expect(parts(notebook)).toEqual(['-:问', 'P1:'])
    expect(notebook.view().currentId).not.toBe('1')
  })

  it('never lets a line change sides, whatever is done', () => {
    const act = fc.constantFrom('type', 'next', 'up', 'down', 'remove', 'undo', 'joint', 'P1', 'P2')
    fc.assert(
      fc.property(fc.array(act, { maxLength: 50 }), (acts) => {
        const { notebook, type, store } = open()
        const sides = new Map<string, string | undefined>()
        for (const one of acts) {
          if (one === 'type') type('字')
          else if (one === 'next') notebook.next()
          else if (one === 'up') notebook.move(-1)
          else if (one === 'down') notebook.move(1)
          else if (one === 'remove') notebook.removeCurrent()
          else if (one === 'undo') notebook.undo()
          else
            notebook.enter(one === 'joint' ? { kind: 'joint' } : { kind: 'separate', partId: one })
          for (const line of store.values()) {
            if (sides.has(line.id)) expect(line.partId).toBe(sides.get(line.id))
            sides.set(line.id, line.partId)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('guesses the speaker from the same talk only', () => {
    const { notebook, type } = open([entry('1', 1, 'M', '问'), entry('2', 2, 'B', '答')], {
      part: alone,
    })
    expect(notebook.view().rows.at(-1)?.attendeeId).toBe('M')
    notebook.seat(table.filter(({ id }) => id !== 'A'))
    type('您的底线？')
    notebook.next()
    expect(notebook.view().rows.at(-1)?.attendeeId).toBe('B')
  })
})

describe('createNotebook with a cursor', () => {
  const two = [entry('1', 1, 'M', '问'), { ...entry('2', 2, 'A', '只告诉您'), partId: 'P1' }]

  it('puts it back to the letter, also into a sealed line of a talk that is over', () => {
    const { notebook } = open(two, { cursor: { entryId: '2', caret: 2 } })
    expect(notebook.view().caret).toMatchObject({ rowId: '2', at: 2 })
    expect(notebook.view().rows).toHaveLength(2)
  })

  it('begins the next line when the line it stood in never had words', () => {
    const { notebook } = open(two, { cursor: { entryId: 'gone', caret: 0 } })
    expect(notebook.view().rows).toHaveLength(3)
    expect(notebook.view().rows.at(-1)?.partId).toBeUndefined()
  })

  it('tells the store of a resting blank line once, and of none before the first words', () => {
    const { notebook, type, store } = open()
    expect(notebook.anchor(notebook.view().currentId)).toBe(false)
    type('问')
    notebook.next()
    const { currentId } = notebook.view()
    expect(notebook.anchor(currentId)).toBe(true)
    expect(notebook.anchor(currentId)).toBe(false)
    expect(store.get(currentId)).toMatchObject({ text: '', attendeeId: 'A', removed: false })
    notebook.dropBlankLines()
    expect(store.get(currentId)?.removed).toBe(true)
  })
})

describe('createNotebook with marks', () => {
  it('gives a line one mark, takes it off by the same key and undoes both', () => {
    const { notebook, type, store } = open()
    type('我让两千')
    const { currentId } = notebook.view()
    notebook.toggleMark('evidence')
    notebook.toggleMark('concession')
    expect(store.get(currentId)?.mark).toBe('concession')
    notebook.toggleMark('concession')
    expect(store.get(currentId)?.mark).toBeUndefined()
    notebook.undo()
    notebook.undo()
    expect(store.get(currentId)?.mark).toBe('evidence')
    notebook.redo()
    expect(store.get(currentId)?.mark).toBe('concession')
  })

  it('offers as undisputed facts only lines that both sides heard', () => {
    const { notebook, type } = open()
    type('漏水是事实')
    notebook.toggleMark('undisputedFact')
    notebook.enter({ kind: 'separate', partId: 'P1' })
    type('其实是我弄坏的')
    notebook.toggleMark('undisputedFact')
    expect(notebook.view().factLines.map((line) => line.text)).toEqual(['漏水是事实'])
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
