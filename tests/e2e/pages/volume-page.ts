import { expect, type Locator, type Page } from '@playwright/test'
import type { Keys } from './keys.ts'

/** 整卷: the whole volume, its print, and what the queue says of it. */
export class VolumePage {
  readonly page: Page
  readonly keys: Keys
  constructor(keys: Keys) {
    this.page = keys.page
    this.keys = keys
  }

  get preview(): Locator {
    return this.page.getByLabel('整卷预览')
  }
  get contents(): Locator {
    return this.page.getByRole('navigation', { name: '卷内目录' }).getByRole('button')
  }

  /** From the page of the case, by keys alone, until the whole volume has gone to the printer. */
  async printFromCase(picture: () => Promise<unknown>): Promise<void> {
    await this.keys.press('Control+p')
    await expect(this.page.getByRole('heading', { level: 1, name: /^整卷/ })).toBeVisible()
    await this.keys.press('Enter')
    await expect(this.page.getByRole('table', { name: '各份文书印几份' })).toBeVisible()
    await picture()
    await this.keys.press('Enter')
    await expect(this.page.getByText(/^已送去打印：/)).toBeVisible({ timeout: 90_000 })
  }

  /** Follows the queue until nothing is left in it; answers the jobs that came out. */
  async follow(): Promise<Locator> {
    await this.page.getByRole('button', { name: '看打印情况' }).click()
    const done = this.page.getByRole('list', { name: '最近打印的' }).getByRole('listitem')
    await expect(this.page.getByText('现在没有要打印的', { exact: false })).toBeVisible({
      timeout: 120_000,
    })
    return done
  }

  async savePdf(): Promise<void> {
    await this.page.getByRole('button', { name: '存 PDF' }).click()
    await expect(this.page.getByText('整卷 PDF 已存好')).toBeVisible({ timeout: 60_000 })
  }
}
