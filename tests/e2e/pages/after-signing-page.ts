import { expect, type Locator, type Page } from '@playwright/test'

/** What follows a signed agreement: the morning list, 保障, 履行, 回访. */
export class AfterSigningPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async goHome(): Promise<void> {
    await this.page.getByRole('link', { name: '今日' }).click()
    await expect(this.page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible()
  }

  /** A line of the morning list, under the heading of its group. */
  line(group: RegExp, ...words: readonly string[]): Locator {
    const lines = this.page.getByRole('region', { name: group }).getByRole('button')
    return words.reduce((some, word) => some.filter({ hasText: word }), lines)
  }

  /** By the key that stands on the line. */
  async follow(line: Locator): Promise<void> {
    const keys = await line.locator('kbd').innerText()
    await this.page.keyboard.press(keys)
    await expect(line).toBeHidden()
  }

  /** From any screen of the case to the page of the case. */
  async back(): Promise<void> {
    await this.page.keyboard.press('Alt+ArrowLeft')
    await expect(this.page.getByRole('region', { name: '下一步' })).toBeVisible()
  }

  get afterwards(): Locator {
    return this.page.getByRole('region', { name: '协议生效以后' })
  }
  get totals(): Locator {
    return this.page.getByLabel('合计')
  }

  /** The row of an instalment: day, sums and state. */
  instalment(title: string): Locator {
    const rows = this.page.getByRole('table', { name: '各期履行情况' }).getByRole('row')
    return rows.filter({ has: this.page.getByText(title, { exact: true }) })
  }

  async openPerformance(): Promise<void> {
    await this.afterwards.getByRole('button', { name: '登记履行、催促' }).click()
    await expect(this.totals).toBeVisible()
  }

  /** What came in, by keys: what is offered stands selected. */
  async beginPayment(yuan?: string): Promise<Locator> {
    const { keyboard } = this.page
    await keyboard.press('Control+Enter')
    const dialog = this.page.getByRole('dialog', { name: '登记付款' })
    await expect(dialog.getByLabel('收到多少')).toBeFocused()
    if (yuan !== undefined) await keyboard.insertText(yuan)
    return dialog
  }

  async recordPayment(dialog: Locator, said: string): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(this.page.getByText(said)).toBeVisible()
  }
}
