import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { addDays, type LocalDate } from '#db/domain/local-date.ts'
import { password, staff } from '#tests/support/centre.ts'
import {
  daysToToday,
  deskName,
  firstDay,
  linkedName,
  openDutyCentre,
  otherName,
  pin,
} from './duty-centre.ts'
import { expect, test as base, type Desk } from './fixtures.ts'
import { ConsultationPages } from './pages/consultation-pages.ts'
import { DutyDayPage, Interactions, LockScreen, MyShiftsPage } from './pages/duty-pages.ts'
import { FrontPage } from './pages/front-page.ts'
import { RotaBoard } from './pages/rota-board.ts'
import { textOfPdf } from './paper-files.ts'

const shots =
  process.env['TANXIN_PICTURES'] ??
  join(import.meta.dirname, '..', '..', 'test-results', 'pictures')

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function asks for from this pattern
  prepare: async ({}, provide) => provide(openDutyCentre),
})

/** 11月23日, as the board calls a day. */
const dayWords = (day: LocalDate) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

type Entry = { uid: string; sequence: number; status: string; start: string }

/** The rehearsed calendar file, as a parser that is not ours reads it; the file is gone then. */
async function calendar(desk: Desk): Promise<Entry[]> {
  await expect.poll(() => desk.savedFile('.ics').catch(() => '')).not.toBe('')
  const file = await desk.savedFile('.ics')
  const read = new ICAL.Component(ICAL.parse(await readFile(file, 'utf8')) as [])
  await rm(file)
  return read.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status') ?? 'CONFIRMED'),
      start: event.startDate.toString(),
    }
  })
}

async function printed({ rehearsal }: Desk, title: string): Promise<string> {
  const folder = join(rehearsal, 'printed')
  const found = (await readdir(folder)).filter((name) => name.includes(title))
  expect(found).not.toEqual([])
  return textOfPdf(join(folder, found[0] ?? ''))
}

test('a rota is made, dragged, published, swapped, signed, counted, printed and taken away', async ({
  desk,
}) => {
  const { page } = desk
  const hands = new Interactions()
  const front = new FrontPage(page, password)
  const board = new RotaBoard(page, new Interactions())
  const lock = new LockScreen(page, hands)
  const mine = new MyShiftsPage(page, hands)
  const dutyDay = new DutyDayPage(page)
  const consultations = new ConsultationPages(page)
  const shot = (name: string) => page.screenshot({ path: join(shots, `rota-${name}.png`) })
  const next = addDays(firstDay, 14)
  await desk.goToDay(daysToToday)

  await test.step('H4: the head copies a fortnight, changes two, and could publish', async () => {
    await front.signIn(staff.head)
    await board.beginNext()
    await board.copyLast()
    await expect(board.gaps).toHaveCount(0)
    await board.put(board.at(dayWords(next), '上午'), 'sw')
    await board.put(board.at(dayWords(addDays(next, 1)), '上午'), 'zl')
    // 发布 and its confirmation, which lists who is told, are two more.
    expect(board.hands.count() + 2).toBeLessThanOrEqual(12)
    await expect(board.at(dayWords(next), '上午')).toContainText('施五')
    await board.undo()
    await expect(board.at(dayWords(addDays(next, 1)), '上午')).not.toContainText('张六')
    await page.keyboard.press('Control+y')
    await expect(board.at(dayWords(addDays(next, 1)), '上午')).toContainText('张六')
    await shot('board')
  })

  await test.step('a name is dragged, and what it would do is said before letting go', async () => {
    const told = await board.drag(
      board.person('何三'),
      board.at(dayWords(addDays(next, 2)), '上午'),
    )
    expect(told).not.toBe('')
    await expect(board.at(dayWords(addDays(next, 2)), '上午').first()).toContainText('何三')
    await board.undo()
  })

  await test.step('the solver fills all anew, proven, and the reasons are told', async () => {
    await board.solve('自动排')
    await expect(board.gaps).toHaveCount(0)
    await board.at(dayWords(next), '上午').first().focus()
    await expect(board.here).toContainText('应值')
    await shot('solved')
    board.hands.restart()
    await board.publish()
    expect(board.hands.count()).toBe(2)
  })

  await test.step('L1, L2: the week stands on the lock screen, one click leads to the next shift', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+l')
    await expect(lock.week).toContainText(linkedName)
    await shot('lock')
    hands.restart()
    await lock.choose(linkedName)
    expect(hands.count()).toBeLessThanOrEqual(1)
    await shot('person')
    await lock.sign('到岗', pin)
    await expect(lock.signedNote).toBeVisible()
    expect(hands.count()).toBeLessThanOrEqual(3)
  })

  let first: Entry[] = []
  await test.step('L5: the own shifts are taken away as a calendar', async () => {
    hands.restart()
    hands.restart()
    await lock.saveCalendar()
    expect(hands.count() + 1).toBeLessThanOrEqual(3)
    first = await calendar(desk)
    expect(first.length).toBeGreaterThanOrEqual(4)
    expect(new Set(first.map(({ uid }) => uid)).size).toBe(first.length)
  })

  await test.step('L3: a swap is asked for with five interactions', async () => {
    hands.restart()
    await lock.enter('换班', staff.lawyer, password)
    await mine.askFor(otherName)
    expect(hands.count() + 1).toBeLessThanOrEqual(6)
    await expect(mine.requests).toContainText(otherName)
  })

  await test.step('the partner agrees by telephone, the head decides, both are told', async () => {
    await front.changeTo(staff.head)
    await page.evaluate(() => {
      location.hash = '#/rota-requests'
    })
    await page.getByRole('button', { name: `${otherName}说可以` }).click()
    await page.getByRole('button', { name: '同意', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(仍然)?同意/ })
      .click()
    await expect(page.getByRole('button', { name: '同意', exact: true })).toBeHidden()
    await shot('requests')
  })

  await test.step('the calendar of the lawyer follows: the same ids, the given one cancelled', async () => {
    await page.keyboard.press('Control+l')
    await lock.names.getByRole('button', { name: new RegExp(linkedName) }).click()
    await lock.saveCalendar()
    const second = await calendar(desk)
    const sequences = new Map(first.map(({ uid, sequence }) => [uid, sequence]))
    const gone = second.filter(({ status }) => status === 'CANCELLED')
    expect(gone).toHaveLength(1)
    expect(gone[0]?.sequence).toBeGreaterThan(sequences.get(gone[0]?.uid ?? '') ?? Infinity)
    for (const { uid } of first) expect(second.map((each) => each.uid)).toContain(uid)
    expect(second.filter(({ uid }) => !sequences.has(uid))).toHaveLength(1)
  })

  await test.step('L4: what was handled is counted with eight interactions', async () => {
    hands.restart()
    await lock.enter('补记接待', staff.lawyer, password)
    await mine.count('劳动报酬', '劳动报酬', '婚姻家庭')
    await mine.finishCounting()
    expect(hands.count() + 1).toBeLessThanOrEqual(8)
    await shot('my-shifts')
  })

  await test.step('a consultation is written down, and legal aid is hinted at', async () => {
    await consultations.open()
    await consultations.begin()
    await consultations.write({
      name: '周小满',
      category: '劳动报酬',
      identities: ['农民工'],
      facts: '三个月工资没有发。',
      answer: '可以先申请调解。',
    })
    await expect(consultations.legalAid()).toBeVisible()
    await consultations.saved()
    await shot('consultation')
    await consultations.finish()
    await expect(consultations.row('周小满')).toBeVisible()
  })

  await test.step('the window puts a substitute in for this afternoon, in the order of fairness', async () => {
    await front.changeTo(staff.receptionist)
    await page.getByRole('link', { name: '值班', exact: true }).click()
    await page.getByRole('link', { name: '今天到岗' }).click()
    await expect(dutyDay.row(linkedName)).toContainText('在岗')
    const substitute = await dutyDay.substitute(otherName, '家里有事')
    expect(substitute).not.toBe(otherName)
    await expect(
      page.getByRole('row', { name: new RegExp(`^${substitute} 替 ${otherName}`) }),
    ).toBeVisible()
    await shot('duty-day')
  })

  await test.step('rota and sheet are printed and saved', async () => {
    await front.changeTo(staff.head)
    await board.open(new RegExp(dayWords(firstDay)))
    await board.button('打印值班表').click()
    await expect(page.getByRole('button', { name: /^打印/ })).toBeEnabled({ timeout: 60_000 })
    await page.keyboard.press('Enter')
    await expect
      .poll(() => printed(desk, '值班表').catch(() => ''), { timeout: 60_000 })
      .toContain(deskName)
    const paper = await printed(desk, '值班表')
    expect(paper).toContain(otherName)
    await page.getByRole('button', { name: '存 Excel' }).click()
    await expect.poll(() => desk.savedFile('.xlsx').catch(() => '')).not.toBe('')
    await shot('paper')
  })
})
