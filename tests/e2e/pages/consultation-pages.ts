import { expect, type Locator, type Page } from '@playwright/test'

/** 接待计数: on the page of consultations and on a lawyer's own shifts. */
export class CountsPanelPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  private get tiles(): Locator {
    return this.page.getByRole('list', { name: '接待计数' })
  }

  /** One click a time. */
  async add(kind: string, times = 1): Promise<void> {
    for (let done = 0; done < times; done += 1)
      await this.tiles.getByRole('button', { name: new RegExp(`^${kind} 加一`) }).click()
  }

  async take(kind: string): Promise<void> {
    await this.tiles.getByRole('button', { name: `${kind} 减一` }).click()
  }

  async shows(kind: string, count: number): Promise<void> {
    await expect(
      this.tiles.getByRole('button', { name: `${kind} 加一，现在 ${count} 件` }),
    ).toBeVisible()
  }

  async remark(words: string): Promise<void> {
    await this.page.getByLabel('备注', { exact: true }).fill(words)
  }

  /** Everything is in the store when this has returned. */
  async finish(total: number): Promise<void> {
    await this.page.getByRole('button', { name: /^完成/ }).click()
    await expect(this.page.getByText(`已记接待 ${total} 件`)).toBeVisible()
  }
}

/** 法律咨询: the register, one page of it, the counters and the figures. */
export class ConsultationPages {
  readonly page: Page
  readonly counts: CountsPanelPage
  constructor(page: Page) {
    this.page = page
    this.counts = new CountsPanelPage(page)
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: '咨询', exact: true }).click()
    await expect(this.page.getByRole('heading', { name: '法律咨询', level: 1 })).toBeVisible()
  }

  async show(view: '登记簿' | '接待计数' | '统计'): Promise<void> {
    await this.page.getByRole('radio', { name: view }).check()
  }

  /** A line of the register. */
  row(name: string): Locator {
    return this.page.getByRole('table', { name: '咨询登记簿' }).getByRole('row').filter({
      hasText: name,
    })
  }

  async begin(): Promise<void> {
    await this.page.getByRole('button', { name: /^登记咨询/ }).click()
    await expect(this.page.getByLabel('姓名', { exact: true })).toBeFocused()
  }

  async write(told: {
    name: string
    category: string
    identities?: readonly string[]
    otherSide?: string
    facts?: string
    answer?: string
    outcome?: string
  }): Promise<void> {
    const { page } = this
    await page.getByLabel('姓名', { exact: true }).fill(told.name)
    await page
      .getByRole('radiogroup', { name: '事项类别' })
      .getByRole('radio', { name: told.category, exact: true })
      .check()
    for (const kind of told.identities ?? [])
      await page.getByRole('checkbox', { name: kind, exact: true }).check()
    if (told.otherSide !== undefined) await page.getByLabel('对方当事人').fill(told.otherSide)
    if (told.facts !== undefined) await page.getByLabel('基本事实与诉求').fill(told.facts)
    if (told.answer !== undefined) await page.getByLabel('解答意见').fill(told.answer)
    if (told.outcome !== undefined) await page.getByRole('radio', { name: told.outcome }).check()
  }

  /** Its number, once the store has it; everything typed is stored then. */
  async saved(): Promise<string> {
    await expect(this.page.getByLabel('保存情况')).toHaveText(/已保存/)
    return this.page.locator('.tx-subtitle').innerText()
  }

  /** Told whenever somebody asks for wages or for an injury at work. */
  legalAid(): Locator {
    return this.page.getByRole('status').filter({ hasText: '法律援助' })
  }

  async finish(): Promise<void> {
    await this.page.getByRole('button', { name: /^完成/ }).click()
    await expect(this.page.getByRole('table', { name: '咨询登记簿' })).toBeVisible()
  }

  /** To the window's page, with what is known. */
  async handOver(): Promise<void> {
    await this.page.getByRole('button', { name: '转成接访登记' }).click()
    await expect(this.page.getByRole('heading', { name: '登记来访', level: 1 })).toBeVisible()
  }

  async toPaper(): Promise<void> {
    await this.page.getByRole('button', { name: /^打印登记表/ }).click()
  }
}
