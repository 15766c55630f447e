import { expect, type Locator, type Page } from '@playwright/test'

/** 设置, 文书格式: the centre's own words and its own Word files. */
export class TemplatesPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    const { page } = this
    await page.getByRole('link', { name: '设置' }).click()
    await page.getByRole('link', { name: '文书格式' }).click()
  }

  /** A form of the list, found by typing its name. */
  private async choose(list: string, title: string): Promise<void> {
    const { page } = this
    await page.getByLabel(list).fill(title)
    await page.getByRole('option', { name: title }).first().waitFor({ state: 'attached' })
    await page.getByLabel(list).press('Enter')
  }

  /** Opens the words of a form; what is changed stays a draft until it is kept. */
  async chooseWordsOf(title: string): Promise<void> {
    await this.page.getByRole('button', { name: '改文书上的字' }).click()
    await this.choose('要改哪一种文书', title)
    await expect(this.page.getByRole('list', { name: '文书上的字' })).toBeVisible()
  }

  async changeText(from: string, to: string): Promise<void> {
    const texts = this.page.getByRole('list', { name: '文书上的字' })
    await texts.getByRole('button', { name: new RegExp(`^改“${from}`) }).click()
    const box = texts.getByRole('textbox')
    await box.fill((await box.inputValue()).replace(from, to))
    await texts.getByRole('button', { name: '写好这一处' }).click()
    await expect(texts.getByText('还没有存')).toBeVisible()
  }

  async look(): Promise<Locator> {
    await this.page.getByRole('button', { name: '看改好的样子' }).click()
    return this.page.getByRole('dialog').getByLabel('改好的样子', { exact: true })
  }

  async keepWords(): Promise<void> {
    await this.page.getByRole('button', { name: '存为新版本' }).click()
    await expect(this.page.getByText(/^存好了/)).toBeVisible()
  }

  async chooseWordFileOf(title: string): Promise<void> {
    await this.page.getByRole('button', { name: '用自己的 Word 文件' }).click()
    await this.choose('要换哪一种文书', title)
  }

  /** Where the dialog asks for a place, the rehearsal puts it. */
  async saveStart(): Promise<void> {
    await this.page.getByRole('button', { name: '下载起始文件' }).click()
    await expect(this.page.getByText(/^起始文件存好了/)).toBeVisible()
  }

  /** What the open dialog is given is looked over. */
  async check(): Promise<void> {
    await this.page.getByRole('button', { name: '选 Word 文件检查' }).click()
  }

  get faults(): Locator {
    return this.page.getByRole('list', { name: '要改的地方' }).getByRole('listitem')
  }
  get sample(): Locator {
    return this.page.getByLabel('填好的样子')
  }

  async putInForce(): Promise<void> {
    await this.page.getByRole('button', { name: '启用', exact: true }).click()
    await expect(this.page.getByText(/已经收好，从.*起用/)).toBeVisible()
  }
}
