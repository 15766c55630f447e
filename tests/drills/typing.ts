import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killAll, launch, type Running } from './desk.ts'
import { openRoom, readRoom, type Room } from './room.ts'

/** What a line may lose when the power goes, in ms of typing. */
const allowedMs = 300
const words = '今天下午两点双方到调解室把拖欠的工资一笔一笔对清楚公司认账分三期付清'

type Stroke = { character: string; sentAt: number }

/** Types until the app is gone; answers what was typed and when. */
async function typeUntil({ page }: Running, gone: () => boolean): Promise<Stroke[]> {
  const strokes: Stroke[] = []
  while (!gone()) {
    const character = words[randomInt(words.length)] ?? '一'
    const stroke = { character, sentAt: performance.now() }
    try {
      // A new line now and then, as people do who speak in turn.
      if (randomInt(25) === 0) {
        await page.keyboard.press('Enter')
        continue
      }
      strokes.push(stroke)
      await page.keyboard.insertText(character)
      await new Promise((resume) => setTimeout(resume, randomInt(20, 140)))
    } catch {
      return strokes
    }
  }
  return strokes
}

type Cut = { lostMs: number; lostCharacters: number; typed: number; cursorBack: boolean }

/** One life of the app: sign in, find the room again, type, and be killed at a random moment. */
async function oneCut(room: Room, before: string): Promise<{ cut: Cut; text: string }> {
  const running = await launch(room.data, room.rehearsal)
  const { page } = running
  await page.getByRole('button', { name: new RegExp(room.mediator) }).click()
  await page.getByLabel(`${room.mediator}的密码`).fill(room.password)
  await page.keyboard.press('Enter')
  const box = page.locator('textarea[data-row-id]:focus')
  await box.waitFor({ timeout: 30_000 })
  const cursor = await box.evaluate((element) => {
    const area = element as HTMLTextAreaElement
    return { value: area.value, start: area.selectionStart, end: area.selectionEnd }
  })
  const cursorBack =
    before.endsWith(cursor.value) &&
    cursor.start === cursor.value.length &&
    cursor.end === cursor.start
  let killedAt = Number.POSITIVE_INFINITY
  const killer = setTimeout(
    () => {
      killedAt = performance.now()
      killAll(running)
    },
    randomInt(200, 3000),
  )
  const strokes = await typeUntil(running, () => killedAt < Number.POSITIVE_INFINITY)
  clearTimeout(killer)
  await running.gone
  const text = await readRoom(room)
  const typed = strokes.map(({ character }) => character).join('')
  const kept = text.slice(before.length)
  if (!text.startsWith(before) || !typed.startsWith(kept))
    throw new Error(`the record is not what was typed: kept ${kept.length} of ${typed.length}`)
  const firstLost = strokes[kept.length]
  const lostMs = firstLost ? Math.max(0, killedAt - firstLost.sentAt) : 0
  return {
    cut: { lostMs, lostCharacters: typed.length - kept.length, typed: typed.length, cursorBack },
    text,
  }
}

/** Kills the app while somebody types: the loss stays under 300 ms, the store whole, the cursor comes back. */
export async function typingDrill(kills: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'tanxin-drill-'))
  try {
    const room = await openRoom(folder)
    let text = ''
    let held = true
    const losses: number[] = []
    for (let turn = 1; turn <= kills; turn += 1) {
      const { cut, text: now } = await oneCut(room, text)
      text = now
      losses.push(cut.lostMs)
      const good = cut.lostMs <= allowedMs && cut.cursorBack
      held &&= good
      process.stdout.write(
        `${good ? 'ok  ' : 'BAD '} kill ${turn}/${kills}: typed ${cut.typed}, lost ${cut.lostCharacters} ` +
          `(${cut.lostMs.toFixed(0)} ms)${cut.cursorBack ? '' : ', cursor elsewhere'}\n`,
      )
    }
    const sorted = losses.toSorted((a, b) => a - b)
    process.stdout.write(
      `${held ? 'held' : 'BROKEN'}: ${kills} kills, loss at most ${(sorted.at(-1) ?? 0).toFixed(0)} ms, ` +
        `half of them under ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0)} ms, ` +
        `every store whole, ${text.length} characters in the record\n`,
    )
    return held
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
