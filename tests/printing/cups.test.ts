import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SystemJob } from '#ipc/host.ts'
import { startCups, whyNoCups, type TestCups } from '#tests/support/cups.ts'
import { pageTexts } from '#tests/support/pdf-text.ts'
import { cupsPrinting } from '../../electron/main/ports/cups.ts'

const run = promisify(execFile)

const why = whyNoCups()

async function threePages(): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  const font = await made.embedFont(StandardFonts.Helvetica)
  for (const text of ['First page', 'Second page', 'Third page'])
    made.addPage([595.28, 841.89]).drawText(text, { x: 90, y: 700, size: 20, font })
  return made.save()
}

const patienceMs = 20_000
const beatMs = 150

describe.skipIf(why !== undefined)(`cupsPrinting${why === undefined ? '' : ` (${why})`}`, () => {
  let cups: TestCups
  let folder: string
  let pdf: Uint8Array
  let before: string | undefined
  beforeAll(async () => {
    cups = await startCups()
    folder = mkdtempSync(join(tmpdir(), 'tanxin-print-'))
    pdf = await threePages()
    before = process.env['CUPS_SERVER']
    process.env['CUPS_SERVER'] = cups.env.CUPS_SERVER
  })
  afterAll(async () => {
    if (before === undefined) delete process.env['CUPS_SERVER']
    else process.env['CUPS_SERVER'] = before
    rmSync(folder, { recursive: true, force: true })
    await cups.stop()
  })

  const printing = () => cupsPrinting(join(folder, 'printing'))
  const request = (more: object = {}) => ({
    pdf,
    title: 'Agreement 张三与李四',
    printer: cups.printer,
    copies: 1,
    sides: 'one' as const,
    ...more,
  })

  /** All states on the way to one that is not `waiting`. */
  async function follow(printer: string, job: string): Promise<SystemJob[]> {
    const seen: SystemJob[] = []
    for (const end = Date.now() + patienceMs; Date.now() < end;) {
      const state = await printing().systemJob(printer, job)
      seen.push(state)
      if (state.state !== 'waiting') return seen
      await new Promise((resolve) => setTimeout(resolve, beatMs))
    }
    throw new Error(`still ${JSON.stringify(seen.at(-1))}`)
  }

  const handOut = async (more: object = {}): Promise<string> => {
    const outcome = await printing().handOut(request(more))
    if (!outcome.taken || outcome.systemJob === undefined) throw new Error(JSON.stringify(outcome))
    return outcome.systemJob
  }

  const admin = (command: string, ...args: string[]) =>
    run(command, args, { env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` } })

  it('finds the printers with their names, the usual one, and whether they print on both sides', async () => {
    await cups.addPrinter('second', '二楼 打印机')
    expect(await printing().printers()).toEqual([
      { name: 'second', label: '二楼 打印机', isDefault: false, state: 'ready', duplex: true },
      { name: cups.printer, label: '一楼打印机', isDefault: true, state: 'ready', duplex: true },
    ])
  })

  it('prints every page of every copy on both sides, and says when it is done', async () => {
    const job = await handOut({ copies: 2, sides: 'long' })
    const seen = await follow(cups.printer, job)
    expect(seen.at(-1)).toEqual({ state: 'printed' })
    const [file, ...others] = readdirSync(cups.output)
    expect(others).toEqual([])
    const printed = await readFile(join(cups.output, file ?? ''))
    const texts = await pageTexts(printed)
    const copy = ['Firstpage', 'Secondpage', 'Thirdpage']
    // Three pages are two sheets: the back of the second stays white, or the next copy would begin there.
    expect(texts).toEqual([...copy, '', ...copy, ''])
    expect(file).not.toContain('张三')
  })

  it('prints one copy on one side without a white back', async () => {
    const job = await handOut()
    expect((await follow(cups.printer, job)).at(-1)).toEqual({ state: 'printed' })
    const file = readdirSync(cups.output).find((name) =>
      name.includes(`job_${job.split('-').at(-1)}`),
    )
    expect(await pageTexts(await readFile(join(cups.output, file ?? '')))).toHaveLength(3)
  })

  it('leaves no page behind in its folder', () => {
    expect(readdirSync(join(folder, 'printing'))).toEqual([])
  })

  it('tells that a stopped printer keeps a job waiting, and prints it when it goes on', async () => {
    await admin('cupsdisable', cups.printer)
    const job = await handOut()
    expect(await printing().systemJob(cups.printer, job)).toEqual({
      state: 'waiting',
      trouble: 'stopped',
    })
    expect(await printing().printers()).toContainEqual(
      expect.objectContaining({ name: cups.printer, state: 'stopped', trouble: 'stopped' }),
    )
    await admin('cupsenable', cups.printer)
    expect((await follow(cups.printer, job)).at(-1)).toEqual({ state: 'printed' })
  })

  it('takes a job back before it is printed', async () => {
    await admin('cupsdisable', cups.printer)
    const printed = readdirSync(cups.output).length
    const job = await handOut()
    await printing().cancelSystemJob(cups.printer, job)
    expect((await follow(cups.printer, job)).at(-1)).toEqual({ state: 'cancelled' })
    await admin('cupsenable', cups.printer)
    expect(readdirSync(cups.output)).toHaveLength(printed)
  })

  it('is refused by a printer that nobody knows, and by one that takes nothing', async () => {
    expect(await printing().handOut(request({ printer: 'no-such' }))).toMatchObject({
      taken: false,
      trouble: 'noPrinter',
    })
    await admin('cupsreject', cups.printer)
    expect(await printing().handOut(request())).toMatchObject({ taken: false, trouble: 'refused' })
    expect(await printing().printers()).toContainEqual(
      expect.objectContaining({ name: cups.printer, trouble: 'refused' }),
    )
    await admin('cupsaccept', cups.printer)
  })

  it('says that it does not know a job that never was', async () => {
    expect(await printing().systemJob(cups.printer, `${cups.printer}-4711`)).toEqual({
      state: 'unknown',
    })
  })

  it('fails a job that is no paper', async () => {
    const job = await handOut({ pdf: new TextEncoder().encode('%PDF-1.7\nbroken') })
    expect((await follow(cups.printer, job)).at(-1)).toMatchObject({ state: 'failed' })
    await printing().cancelSystemJob(cups.printer, job)
  })

  it('finds a removed printer gone', async () => {
    await admin('lpadmin', '-x', 'second')
    expect(await printing().systemJob('second', 'second-1')).toEqual({
      state: 'failed',
      trouble: 'noPrinter',
    })
  })

  it('has no printer, and no crash, where the service is off', async () => {
    const there = process.env['CUPS_SERVER']
    process.env['CUPS_SERVER'] = join(folder, 'nobody.sock')
    try {
      expect(await printing().printers()).toEqual([])
      expect(await printing().systemJob(cups.printer, 'x-1')).toEqual({
        state: 'waiting',
        trouble: 'stopped',
      })
      expect(await printing().handOut(request())).toMatchObject({ taken: false })
    } finally {
      process.env['CUPS_SERVER'] = there
    }
  })
})

describe('cupsPrinting without CUPS', () => {
  it('has no printers and prints nothing', async () => {
    const path = process.env['PATH']
    process.env['PATH'] = '/nonexistent'
    const folder = mkdtempSync(join(tmpdir(), 'tanxin-print-'))
    try {
      const printing = cupsPrinting(folder)
      expect(await printing.printers()).toEqual([])
      expect(
        await printing.handOut({ pdf, title: 'x', printer: 'x', copies: 1, sides: 'one' }),
      ).toEqual({ taken: false, trouble: 'noPrinter' })
    } finally {
      process.env['PATH'] = path
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

const pdf = new TextEncoder().encode('%PDF-1.7')
