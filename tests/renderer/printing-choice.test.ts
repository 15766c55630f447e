import { describe, expect, it } from 'vitest'
import type { Printer, PrintingSettings, PrintJob } from '#contract/printing.ts'
import {
  deskPrinter,
  groupJobs,
  jobsBefore,
  paperSheets,
  printerFor,
  usualSides,
} from '../../renderer/lib/print-choice.ts'

const printer = (name: string, more: Partial<Printer> = {}): Printer => ({
  name,
  label: name,
  isDefault: false,
  state: 'ready',
  ...more,
})
const settings = (more: Partial<PrintingSettings> = {}): PrintingSettings => ({
  usual: { sides: 'long' },
  forms: {},
  ...more,
})
const job = (id: string, more: Partial<PrintJob> = {}): PrintJob => ({
  id,
  title: '人民调解协议书',
  form: 'f10',
  copies: 3,
  pages: 2,
  printer: 'hall',
  sides: 'long',
  state: 'waiting',
  tries: 0,
  askedByName: '吴美兰',
  askedAt: '2026-11-22T01:00:00.000Z',
  mayChange: true,
  ...more,
})

describe('printerFor', () => {
  const two = [printer('hall', { isDefault: true }), printer('upstairs')]

  it('takes the printer of this kind of paper before the usual one and the default', () => {
    const own = settings({
      usual: { sides: 'long', printer: 'hall' },
      forms: { f10: { printer: 'upstairs' } },
    })
    expect(printerFor(two, own, 'f10').printer?.name).toBe('upstairs')
    expect(printerFor(two, own, 'f04').printer?.name).toBe('hall')
    expect(printerFor(two, settings(), 'f04').printer?.name).toBe('hall')
  })

  it('takes none, and says which is away, when the set one is not there', () => {
    const gone = settings({ usual: { sides: 'one', printer: 'old' } })
    expect(printerFor(two, gone, 'f10')).toEqual({ absent: 'old' })
  })

  it('leaves the choice to somebody among several without a default', () => {
    expect(printerFor([printer('a'), printer('b')], settings(), 'f10')).toEqual({})
    expect(printerFor([], undefined, 'f10')).toEqual({})
    expect(printerFor([printer('a')], undefined, 'f10').printer?.name).toBe('a')
  })
})

describe('deskPrinter', () => {
  it('is the usual one, else the default, else the first', () => {
    const some = [printer('a'), printer('b', { isDefault: true })]
    expect(deskPrinter(some, settings({ usual: { sides: 'one', printer: 'a' } }))?.name).toBe('a')
    expect(deskPrinter(some, settings({ usual: { sides: 'one', printer: 'x' } }))?.name).toBe('b')
    expect(deskPrinter([printer('a')], settings())?.name).toBe('a')
    expect(deskPrinter([], settings())).toBeUndefined()
  })
})

describe('usualSides', () => {
  it('follows the kind of paper, then what is usual', () => {
    const own = settings({ forms: { f25: { sides: 'short' } } })
    expect(usualSides(own, 'f25', printer('a', { duplex: true }), 4)).toBe('short')
    expect(usualSides(own, 'f10', printer('a'), 4)).toBe('long')
  })

  it('is one side for a single page and for a printer that cannot turn paper', () => {
    expect(usualSides(settings(), 'f10', printer('a', { duplex: true }), 1)).toBe('one')
    expect(usualSides(settings(), 'f10', printer('a', { duplex: false }), 4)).toBe('one')
  })
})

describe('paperSheets', () => {
  it('puts two pages on a sheet when both sides are printed', () => {
    expect([paperSheets(2, 'one'), paperSheets(2, 'long'), paperSheets(3, 'short')]).toEqual([
      2, 1, 2,
    ])
  })
})

describe('groupJobs', () => {
  it('keeps what failed apart from what waits and what is over, and waiting ones in their order', () => {
    const jobs = [
      job('late', { askedAt: '2026-11-22T03:00:00.000Z' }),
      job('failed', { state: 'failed' }),
      job('done', { state: 'printed' }),
      job('early', { state: 'sent' }),
      job('given up', { state: 'cancelled' }),
    ]
    const { failed, open, ended } = groupJobs(jobs)
    expect([failed, open, ended].map((some) => some.map(({ id }) => id))).toEqual([
      ['failed'],
      ['early', 'late'],
      ['done', 'given up'],
    ])
  })
})

describe('jobsBefore', () => {
  it('counts only what was asked for earlier on the same printer and is not over', () => {
    const mine = job('mine', { askedAt: '2026-11-22T02:00:00.000Z' })
    const jobs = [
      mine,
      job('before'),
      job('elsewhere', { printer: 'upstairs' }),
      job('over', { state: 'printed' }),
      job('after', { askedAt: '2026-11-22T03:00:00.000Z' }),
    ]
    expect(jobsBefore(jobs, mine)).toBe(1)
  })
})
