import { v7 as uuid } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { printJobs, type QueuedJob } from '#tests/support/print-jobs.ts'
import { openCentre, staff, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { fakePrinter } from '#tests/support/fake-host.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { assignedCase } from '#tests/support/wage-case.ts'
import { advanceQueue, enqueue, printingEnded } from '#ipc/print-queue.ts'
import type { TaskContext } from '#ipc/context.ts'
import { transact } from '#ipc/transact.ts'

let centre: StaffedCentre
beforeEach(async () => {
  centre = await openCentre()
})
afterEach(() => centre.close())

const hall = { ...fakePrinter, name: 'hall', label: '大厅打印机', isDefault: false }
const pages = new TextEncoder().encode('%PDF pages')

/** What `papers.print` and the volume are handed. */
function asking(name: 'mediator' | 'receptionist' | 'head' | 'otherMediator'): TaskContext {
  const role = name === 'otherMediator' ? 'mediator' : name
  const actor = { userId: centre.ids[name], role, name: staff[name] }
  return {
    core: centre.core,
    connection: { actor },
    now: centre.clock.now(),
    actor: () => actor,
    read: (fn) => fn(centre.store().db),
    write: (object, fn) =>
      transact(
        centre.store(),
        { at: centre.clock.now(), actor, operation: 'papers.print' },
        async (tx) => ({ output: await fn(tx), object }),
      ),
  }
}

const paper = (more: object = {}) => ({
  title: '调解协议书 张三与晨光童装厂',
  form: 'f10',
  objectId: uuid(),
  copies: 2,
  pages: 3,
  pdf: pages,
  ...more,
})

const put = (more: object = {}, name: Parameters<typeof asking>[0] = 'mediator') =>
  enqueue(asking(name), paper(more))

/** Until nothing can be done at this moment. */
const beat = () => advanceQueue(centre.core)
const jobs = (): QueuedJob[] => printJobs(centre)
const job = (id: string): QueuedJob => {
  const found = jobs().find((each) => each.id === id)
  if (!found) throw new Error('no such job')
  return found
}

const held = (number: string) => {
  centre.host.taking = { taken: true, systemJob: number }
  centre.host.systemJobs[number] = { state: 'waiting' }
}

/** The app is closed and opened again; the store lies there meanwhile. */
async function restart(): Promise<Client> {
  await centre.as.head.store.lock({})
  return centre.signIn(staff.mediator)
}

describe('enqueue', () => {
  it('prints one side where there is one page or the printer cannot turn paper', async () => {
    centre.host.systemPrinters = [{ ...fakePrinter, duplex: false }]
    await put({ sides: 'long' })
    await beat()
    centre.host.systemPrinters = [{ ...fakePrinter, duplex: true }]
    await put({ sides: 'long', pages: 1 })
    await put({ sides: 'long' })
    await beat()
    expect(centre.host.handedOut.map(({ sides }) => sides)).toEqual(['one', 'one', 'long'])
  })

  it('prints at once, keeps no pages of what is printed, and is one line in the log', async () => {
    const id = await put()
    await beat()
    expect(centre.host.handedOut).toMatchObject([
      { printer: 'desk', copies: 2, sides: 'long', title: '调解协议书 张三与晨光童装厂' },
    ])
    expect(job(id)).toMatchObject({ state: 'printed', tries: 1, hasPages: false })
    const lines = centre
      .store()
      .connection.all(`SELECT operation, object_kind FROM audit_log WHERE object_id = ?`, [id])
    expect(lines).toEqual([{ operation: 'papers.print', object_kind: 'printjob' }])
  })

  it('follows the settings for the kind of paper, and what was chosen before them', async () => {
    centre.host.systemPrinters = [fakePrinter, hall]
    await centre.as.mediator.printing.saveSettings({
      usual: { printer: 'desk', sides: 'long' },
      forms: { f10: { printer: 'hall' }, f09: { sides: 'short' } },
    })
    await put()
    await put({ form: 'f09' })
    await put({ printer: 'desk', sides: 'one' })
    await beat()
    const out = centre.host.handedOut.map(({ printer, sides }) => `${printer} ${sides}`)
    expect(out.toSorted()).toEqual(['desk one', 'desk short', 'hall long'])
  })

  it('refuses without a printer, with a printer that is gone, and between several of which none is usual', async () => {
    expect(await put({ printer: 'gone' }).catch((error: Error) => error)).toMatchObject({
      code: 'printing.unknownPrinter',
      details: { printer: 'gone' },
    })
    centre.host.systemPrinters = [{ ...fakePrinter, isDefault: false }, hall]
    expect(await put().catch((error: Error) => error)).toMatchObject({
      code: 'printing.noPrinter',
      details: { why: 'notChosen' },
    })
    centre.host.systemPrinters = [hall]
    await put()
    centre.host.systemPrinters = []
    expect(await put().catch((error: Error) => error)).toMatchObject({
      code: 'printing.noPrinter',
      details: { why: 'none' },
    })
    await centre.as.head.printing.saveSettings({
      usual: { printer: 'sold', sides: 'one' },
      forms: {},
    })
    centre.host.systemPrinters = [fakePrinter]
    expect(await put().catch((error: Error) => error)).toMatchObject({
      code: 'printing.unknownPrinter',
    })
    expect(jobs()).toHaveLength(1)
  })
})

describe('the queue', () => {
  it('gives a printer one job at a time, in the order in which they were asked for', async () => {
    held('desk-1')
    const first = await put({ title: '一' })
    const second = await put({ title: '二' })
    const third = await put({ title: '三' })
    await beat()
    expect(centre.host.handedOut.map(({ title }) => title)).toEqual(['一'])
    expect([first, second, third].map((id) => job(id).state)).toEqual([
      'sent',
      'waiting',
      'waiting',
    ])
    centre.host.systemJobs['desk-1'] = { state: 'printed' }
    centre.host.taking = { taken: true }
    await beat()
    expect(centre.host.handedOut.map(({ title }) => title)).toEqual(['一', '二', '三'])
    expect(jobs().map(({ state }) => state)).toEqual(['printed', 'printed', 'printed'])
  })

  it('lets another printer go on while one has no paper', async () => {
    centre.host.systemPrinters = [fakePrinter, hall]
    held('desk-1')
    await put({ title: '一' })
    await beat()
    centre.host.taking = { taken: true }
    const other = await put({ title: '二', printer: 'hall' })
    await beat()
    expect(job(other).state).toBe('printed')
  })

  it('says what keeps a job, and that it goes on when the paper is there', async () => {
    held('desk-1')
    const id = await put()
    await beat()
    centre.host.systemJobs['desk-1'] = { state: 'waiting', trouble: 'paperOut' }
    await beat()
    const [seen] = await centre.as.mediator.printing.queue({ openOnly: true })
    expect(seen).toMatchObject({ state: 'sent', trouble: 'paperOut', mayChange: true })
    centre.host.systemJobs['desk-1'] = { state: 'waiting' }
    await beat()
    expect(job(id)).toMatchObject({ state: 'sent', trouble: null })
    centre.host.systemJobs['desk-1'] = { state: 'printed' }
    await beat()
    expect(job(id)).toMatchObject({ state: 'printed', tries: 1 })
    expect(centre.host.handedOut).toHaveLength(1)
  })

  it('keeps the pages of what failed, takes it back from the system, and goes on with the next', async () => {
    held('desk-1')
    const id = await put()
    const next = await put()
    await beat()
    centre.host.systemJobs['desk-1'] = { state: 'failed', trouble: 'jam' }
    centre.host.taking = { taken: true }
    await beat()
    expect(job(id)).toMatchObject({ state: 'failed', trouble: 'jam', hasPages: true })
    expect(centre.host.cancelledJobs).toEqual(['desk-1'])
    expect(job(next).state).toBe('printed')
  })

  it('keeps what a printer refuses, and what ends in an error', async () => {
    centre.host.taking = { taken: false, trouble: 'noPrinter' }
    const refused = await put()
    await beat()
    expect(job(refused)).toMatchObject({ state: 'failed', trouble: 'noPrinter', hasPages: true })
    centre.host.handOut = () => Promise.reject(new Error('the window is gone'))
    const broken = await put()
    await beat()
    expect(job(broken)).toMatchObject({ state: 'failed', trouble: 'unsure', hasPages: true })
  })

  it('has cancelled what was cancelled at the printer', async () => {
    held('desk-1')
    const id = await put()
    await beat()
    centre.host.systemJobs['desk-1'] = { state: 'cancelled' }
    await beat()
    expect(job(id)).toMatchObject({ state: 'cancelled', hasPages: false })
  })

  it('asks the store no more once nothing waits, and again when something comes', async () => {
    const { connection } = centre.store()
    const { prepare } = connection
    let asked = 0
    connection.prepare = (sql) => {
      asked += sql.includes('print_jobs') ? 1 : 0
      return prepare(sql)
    }
    held('desk-1')
    await put()
    await beat()
    asked = 0
    await beat()
    expect(asked).toBeGreaterThan(0)
    centre.host.systemJobs['desk-1'] = { state: 'printed' }
    await beat()
    await beat()
    asked = 0
    await beat()
    expect(asked).toBe(0)
    centre.host.taking = { taken: true }
    await put()
    await beat()
    expect(jobs().map(({ state }) => state)).toEqual(['printed', 'printed'])
  })

  it('asks about a job that is stuck for long less often', async () => {
    held('desk-1')
    await put()
    let looks = 0
    const { systemJob } = centre.host
    centre.host.systemJob = (...asked) => {
      looks += 1
      return systemJob(...asked)
    }
    for (let beats = 0; beats < 100; beats += 1) await beat()
    expect(looks).toBeGreaterThan(30)
    expect(looks).toBeLessThan(45)
    centre.host.systemJobs['desk-1'] = { state: 'printed' }
    for (let beats = 0; beats < 10; beats += 1) await beat()
    expect(jobs()[0]?.state).toBe('printed')
  })
})

describe('after the power went', () => {
  it('prints what waited, in order, once', async () => {
    held('desk-1')
    await put({ title: '一' })
    await put({ title: '二' })
    await beat()
    await restart()
    centre.host.systemJobs['desk-1'] = { state: 'printed' }
    centre.host.taking = { taken: true }
    await beat()
    expect(centre.host.handedOut.map(({ title }) => title)).toEqual(['一', '二'])
    expect(jobs().map(({ state }) => state)).toEqual(['printed', 'printed'])
  })

  it('does not print again what the system has forgotten: somebody looks into the tray', async () => {
    held('desk-1')
    const id = await put()
    await beat()
    await restart()
    centre.host.systemJobs = {}
    await beat()
    expect(job(id)).toMatchObject({ state: 'failed', trouble: 'unsure', hasPages: true })
    expect(centre.host.handedOut).toHaveLength(1)
  })

  it('does not print again what was just being handed out', async () => {
    let answer: (taken: { taken: true }) => void = () => undefined
    centre.host.handOut = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const id = await put()
    await expect.poll(() => job(id).state).toBe('sent')
    const store = centre.store()
    const ending = printingEnded(store)
    await centre.core.store?.close()
    answer({ taken: true })
    await ending
    centre.core.store = undefined
    await centre.signIn(staff.mediator)
    await beat()
    expect(job(id)).toMatchObject({ state: 'failed', trouble: 'unsure', tries: 1 })
  })

  it('hands out no more while the app is being closed', async () => {
    let answer: (taken: { taken: true }) => void = () => undefined
    let handed = 0
    centre.host.handOut = () => {
      handed += 1
      return new Promise((resolve) => {
        answer = resolve
      })
    }
    const [first, second] = [await put(), await put()]
    await expect.poll(() => job(first).state).toBe('sent')
    const ending = printingEnded(centre.store())
    answer({ taken: true })
    await ending
    expect(job(first).state).toBe('printed')
    expect(job(second).state).toBe('waiting')
    expect(handed).toBe(1)
  })

  it('leaves what waited for half a day, or comes from a restored backup, to a person', async () => {
    held('desk-1')
    await put()
    const old = await put()
    await beat()
    await restart()
    centre.clock.pass(13 * 60 * 60 * 1000)
    centre.host.systemJobs['desk-1'] = { state: 'printed' }
    await beat()
    expect(job(old)).toMatchObject({ state: 'failed', trouble: 'waitedLong', hasPages: true })
    expect(centre.host.handedOut).toHaveLength(1)
  })

  it('prints nothing while the store is closed', async () => {
    await put()
    await beat()
    await centre.as.head.store.lock({})
    await beat()
    expect(centre.log.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('printing.retry', () => {
  it('prints again on the same printer or on another', async () => {
    centre.host.systemPrinters = [fakePrinter, hall]
    centre.host.taking = { taken: false, trouble: 'failed' }
    const [one, two] = [await put({ title: '一' }), await put({ title: '二' })]
    await beat()
    centre.host.taking = { taken: true }
    await centre.as.mediator.printing.retry({ jobId: one })
    await centre.as.head.printing.retry({ jobId: two, printer: 'hall' })
    await beat()
    expect(job(one)).toMatchObject({ state: 'printed', printer: 'desk', tries: 2 })
    expect(job(two)).toMatchObject({ state: 'printed', printer: 'hall', tries: 2 })
  })

  it('is closed to a mediator whose case was handed over since, and so is the title', async () => {
    const caseId = await assignedCase(centre)
    centre.host.taking = { taken: false, trouble: 'failed' }
    const jobId = await put({ caseId })
    await beat()
    await centre.as.head.dossiers.handOver({
      fromId: centre.ids.mediator,
      toId: centre.ids.otherMediator,
      caseIds: [caseId],
      reason: '调离',
    })
    const mine = centre.as.mediator.printing
    expect(await refusalCode(mine.retry({ jobId }))).toBe('printing.notYours')
    expect(await mine.queue({ openOnly: false })).toMatchObject([{ title: '', mayChange: false }])
    await centre.as.head.printing.cancel({ jobId })
  })

  it('waits until the printer is done with what it has', async () => {
    centre.host.taking = { taken: false, trouble: 'failed' }
    const older = await put({ title: '旧' })
    await beat()
    held('desk-1')
    await put({ title: '新' })
    await beat()
    await centre.as.mediator.printing.retry({ jobId: older })
    await beat()
    expect(job(older).state).toBe('waiting')
    centre.host.systemJobs['desk-1'] = { state: 'printed' }
    centre.host.taking = { taken: true }
    await beat()
    expect(centre.host.handedOut.map(({ title }) => title)).toEqual(['旧', '新', '旧'])
  })

  it('takes a job that is stuck back from its printer first', async () => {
    centre.host.systemPrinters = [fakePrinter, hall]
    held('desk-1')
    const id = await put()
    await beat()
    centre.host.taking = { taken: true }
    await centre.as.mediator.printing.retry({ jobId: id, printer: 'hall' })
    await beat()
    expect(centre.host.cancelledJobs).toEqual(['desk-1'])
    expect(job(id)).toMatchObject({ state: 'printed', printer: 'hall' })
  })

  it('prints nothing twice that came out in the very moment', async () => {
    held('desk-1')
    const id = await put()
    await beat()
    centre.host.systemJobs['desk-1'] = { state: 'printed' }
    const retry = centre.as.mediator.printing.retry({ jobId: id })
    expect(await refusalCode(retry)).toBe('printing.alreadyEnded')
    await beat()
    expect(job(id).state).toBe('printed')
    expect(centre.host.handedOut).toHaveLength(1)
  })

  it('prints once when it is pressed twice', async () => {
    centre.host.taking = { taken: false, trouble: 'jam' }
    const id = await put()
    await beat()
    centre.host.handedOut.length = 0
    held('desk-1')
    const { printers } = centre.host
    let asked = 0
    // The second wish is kept back until the first is being handed out.
    centre.host.printers = async () => {
      asked += 1
      if (asked === 2) await expect.poll(() => centre.host.handedOut.length).toBe(1)
      return printers()
    }
    const { retry } = centre.as.mediator.printing
    const [, second] = await Promise.allSettled([retry({ jobId: id }), retry({ jobId: id })])
    expect(second.status).toBe('rejected')
    await beat()
    expect(job(id)).toMatchObject({ state: 'sent', tries: 2 })
    expect(centre.host.handedOut).toHaveLength(1)
    expect(centre.host.cancelledJobs).toEqual([])
  })

  it('does not print elsewhere what its printer does not let go of', async () => {
    centre.host.systemPrinters = [fakePrinter, hall]
    held('desk-1')
    const id = await put()
    await beat()
    centre.host.cancelSystemJob = () => Promise.resolve()
    const { mediator } = centre.as
    const retry = mediator.printing.retry({ jobId: id, printer: 'hall' })
    expect(await refusalCode(retry)).toBe('printing.busy')
    expect(await refusalCode(mediator.printing.cancel({ jobId: id }))).toBe('printing.busy')
    expect(job(id)).toMatchObject({ state: 'sent', printer: 'desk' })
  })

  it('refuses a printer that is not there, what is over, and what is not theirs', async () => {
    centre.host.taking = { taken: false, trouble: 'failed' }
    const id = await put()
    await beat()
    const { mediator, otherMediator, administrator } = centre.as
    expect(await refusal(mediator.printing.retry({ jobId: id, printer: 'gone' }))).toMatchObject({
      code: 'printing.unknownPrinter',
    })
    for (const other of [otherMediator, administrator])
      expect(await refusalCode(other.printing.retry({ jobId: id }))).toBe('printing.notYours')
    expect(await refusalCode(mediator.printing.retry({ jobId: uuid() }))).toBe('printing.notFound')
    await mediator.printing.cancel({ jobId: id })
    expect(await refusalCode(mediator.printing.retry({ jobId: id }))).toBe('printing.alreadyEnded')
  })
})

describe('printing.cancel', () => {
  it('gives up what waits, fails or is stuck, in the system too', async () => {
    held('desk-1')
    const [sent, waiting] = [await put(), await put()]
    await beat()
    await centre.as.mediator.printing.cancel({ jobId: waiting })
    await centre.as.mediator.printing.cancel({ jobId: sent })
    await beat()
    expect(centre.host.cancelledJobs).toEqual(['desk-1'])
    for (const id of [sent, waiting])
      expect(job(id)).toMatchObject({ state: 'cancelled', hasPages: false })
    expect(centre.host.handedOut).toHaveLength(1)
  })

  it('takes back from the system what was cancelled while the printer took it', async () => {
    let answer: (taken: { taken: true; systemJob: string }) => void = () => undefined
    centre.host.handOut = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const id = await put()
    await expect.poll(() => job(id).state).toBe('sent')
    await centre.as.mediator.printing.cancel({ jobId: id })
    answer({ taken: true, systemJob: 'desk-9' })
    await expect.poll(() => centre.host.cancelledJobs).toEqual(['desk-9'])
    expect(job(id).state).toBe('cancelled')
  })
})

describe('printing.queue', () => {
  it('shows everybody the own jobs, the head all of them, and the administrator all without names', async () => {
    const caseId = await assignedCase(centre)
    await put({ caseId, title: '调解协议书 张三与晨光童装厂' })
    await put({ title: '受理回执 MT-2026-000001' }, 'receptionist')
    await beat()
    const seen = async (client: Client) =>
      (await client.printing.queue({ openOnly: false })).map(({ title, mayChange }) => ({
        title,
        mayChange,
      }))
    expect(await seen(centre.as.mediator)).toEqual([
      { title: '调解协议书 张三与晨光童装厂', mayChange: false },
    ])
    expect(await seen(centre.as.otherMediator)).toEqual([])
    expect((await seen(centre.as.head)).map(({ title }) => title)).toEqual([
      '受理回执 MT-2026-000001',
      '调解协议书 张三与晨光童装厂',
    ])
    expect(
      JSON.stringify(await centre.as.administrator.printing.queue({ openOnly: false })),
    ).not.toMatch(/张三|晨光/)
    expect(await centre.as.head.printing.queue({ openOnly: true })).toEqual([])
    expect(await centre.as.mediator.printing.queue({ openOnly: false })).toMatchObject([
      { caseNumber: 'MT-2026-000001', caseId, askedByName: staff.mediator, pages: 3 },
    ])
  })
})

describe('printing.testPage', () => {
  it('shows size, both sides, the fonts, rare characters and which of them are missing', async () => {
    centre.host.unprintable = ['𠅤']
    const { jobId } = await centre.as.lawyer.printing.testPage({ printer: 'desk', sides: 'long' })
    await beat()
    expect(job(jobId)).toMatchObject({ state: 'printed', form: 'testPage' })
    const html = centre.host.rendered.at(-1)?.html ?? ''
    for (const words of ['办公室打印机', '䶮㛃', 'U+20164', '沿长边翻', 'Noto Serif CJK SC'])
      expect(html).toContain(words)
    const gone = centre.as.lawyer.printing.testPage({ printer: 'gone', sides: 'one' })
    expect(await refusalCode(gone)).toBe('printing.unknownPrinter')
  })
})

describe('printing.settings', () => {
  it('are both sides and no printer until somebody saves others', async () => {
    const { mediator, lawyer } = centre.as
    expect(await lawyer.printing.settings({})).toEqual({ usual: { sides: 'long' }, forms: {} })
    const settings = {
      usual: { printer: 'desk', sides: 'long' as const },
      forms: { f10: { copies: 4 } },
    }
    await mediator.printing.saveSettings(settings)
    expect(await lawyer.printing.settings({})).toEqual(settings)
    expect(await refusalCode(lawyer.printing.saveSettings(settings))).toBe('users.notPermitted')
  })
})
