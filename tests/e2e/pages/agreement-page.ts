import { expect, type Locator, type Page } from '@playwright/test'
import type { Keys } from './keys.ts'

/** The agreement, its review, reading and signing under two hands. */
export class AgreementPage {
  readonly page: Page
  readonly keys: Keys
  constructor(keys: Keys) {
    this.page = keys.page
    this.keys = keys
  }

  clause(number: number): Locator {
    return this.page.getByRole('group', { name: `第 ${number} 条`, exact: true })
  }
  get clauses(): Locator {
    return this.page.locator('[data-clause]')
  }
  get amounts(): Locator {
    return this.page.locator('[data-clause]').getByLabel('金额', { exact: true })
  }
  words(number: number): Locator {
    return this.clause(number).getByLabel('条款内容')
  }

  /** The paper beside the form says so by now. */
  async previewed(words: string): Promise<void> {
    const paper = this.page.getByLabel('协议书预览')
    await expect(paper.getByText(words).first()).toBeAttached({ timeout: 30_000 })
  }

  /** The pen draws a name in two bows, as slow as a hand. */
  async drawName(): Promise<void> {
    const pad = this.page.locator('canvas.signature-pad')
    await expect(pad).toBeVisible()
    const box = await pad.boundingBox()
    if (!box) throw new Error('no pad')
    const { mouse } = this.page
    await this.keys.withPen(async () => {
      for (const from of [0.2, 0.5]) {
        await mouse.move(box.x + box.width * from, box.y + box.height * 0.5)
        await mouse.down()
        const begun = Date.now()
        for (let step = 0; step < 40; step += 1) {
          const x = box.x + box.width * from + step * 4 + Math.sin(step * 1.7)
          const y = box.y + box.height * (0.5 + 0.22 * Math.sin(step / 5 + from * 3))
          await mouse.move(x, y)
          // A hand takes its time: the pad looks at the pace
          while (Date.now() - begun < step * 16) await this.page.evaluate(() => undefined)
        }
        await mouse.up()
      }
    })
  }
}
