import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startCups, whyNoCups, type TestCups } from '#tests/support/cups.ts'
import { password, staff } from '#tests/support/centre.ts'
import { practiceStore } from '#tests/support/practice-store.ts'
import { expect, test as base } from './fixtures.ts'

const run = promisify(execFile)
const why = whyNoCups()

let cups: TestCups | undefined
const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function asks for from this pattern
  prepare: async ({}, provide) =>
    provide(async (store: string) => {
      await (await practiceStore(store)).close()
    }),
})

/** The share of dark points of each page. */
async function ink(file: string): Promise<number[]> {
  const { stdout } = await run('pdftoppm', ['-r', '40', '-gray', file], {
    encoding: 'buffer',
    maxBuffer: 64_000_000,
  })
  const shares: number[] = []
  for (let at = 0; at < stdout.length;) {
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(stdout.subarray(at, at + 40).toString('latin1'))
    if (!head) throw new Error('not a picture')
    const size = Number(head[1]) * Number(head[2])
    const pixels = stdout.subarray(at + head[0].length, at + head[0].length + size)
    shares.push(pixels.filter((grey) => grey < 160).length / size)
    at += head[0].length + size
  }
  return shares
}

test.describe('a test page', () => {
  test.skip(why !== undefined, why)
  test.beforeAll(async () => {
    cups = await startCups()
  })
  test.afterAll(async () => {
    await cups?.stop()
  })

  // Linux prints by the first way, Windows by the second.
  for (const way of ['system', 'chromium'])
    test.describe(`by ${way}`, () => {
      test.beforeAll(() => {
        process.env['CUPS_SERVER'] = cups?.env.CUPS_SERVER
        process.env['TANXIN_REHEARSAL_PRINTERS'] = way
      })
      test.afterAll(() => {
        delete process.env['CUPS_SERVER']
        delete process.env['TANXIN_REHEARSAL_PRINTERS']
      })

      test('comes out of the printer whole, both sides written on', async ({ desk: { page } }) => {
        const output = cups?.output ?? ''
        const before = await readdir(output)
        await page.getByRole('button', { name: new RegExp(staff.head) }).click()
        await page.getByLabel(`${staff.head}的密码`).fill(password)
        await page.keyboard.press('Enter')
        await page.getByRole('link', { name: '设置' }).click()
        await page.getByRole('link', { name: '打印机', exact: true }).click()
        await page.getByRole('button', { name: '打印测试页' }).click()
        // The file is there before all of it is written.
        const pages = async () => {
          const name = (await readdir(output)).find((each) => !before.includes(each))
          return name === undefined ? [] : ink(join(output, name)).catch(() => [])
        }
        await expect.poll(pages, { timeout: 60_000 }).toHaveLength(2)
        for (const share of await pages()) expect(share).toBeGreaterThan(0.002)
      })
    })
})
