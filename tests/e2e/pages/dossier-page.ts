import { expect, type Locator, type Page } from '@playwright/test'

/** 卷宗 of one case: its papers, the doctor, the scans. */
export class DossierPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** From anywhere to the page of the case. */
  async openCase(caseNumber: string): Promise<void> {
    const { page } = this
    await page.getByRole('link', { name: '案件', exact: true }).click()
    await page.getByRole('radio', { name: '全部' }).check()
    await page.getByRole('row').filter({ hasText: caseNumber }).click()
    await expect(page.getByRole('button', { name: '打开卷宗' })).toBeVisible()
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: '打开卷宗' }).click()
    await expect(this.page.getByRole('tablist', { name: '卷宗的各部分' })).toBeVisible()
  }

  part(name: string): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) })
  }

  async show(name: string): Promise<void> {
    await this.part(name).click()
    await expect(this.part(name)).toHaveAttribute('aria-selected', 'true')
  }

  /** A paper of the volume, or its empty place. */
  paper(title: string): Locator {
    return this.page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: title })
  }

  /** What the doctor says of this rule and this paper. */
  findings(...words: readonly string[]): Locator {
    const all = this.page.getByRole('tabpanel', { name: /^卷宗体检/ }).getByRole('listitem')
    return words.reduce((some, word) => some.filter({ hasText: word }), all)
  }

  /** Every signature and seal is on this paper after all. */
  async saysAllSigned(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `整份都签好盖好了 ${title}` }).click()
    const dialog = this.page.getByRole('dialog').filter({ hasText: title })
    await dialog.getByRole('button', { name: /^都签好盖好了/ }).click()
    await expect(this.page.getByText(`《${title}》已记为签好、盖好`)).toBeVisible()
  }

  /** Back from a paper or a sheet to the part of the dossier that led there. */
  async back(): Promise<void> {
    await this.page.getByRole('button', { name: '返回' }).click()
    await expect(this.page.getByRole('tablist', { name: '卷宗的各部分' })).toBeVisible()
  }

  /** The lines that say what became of the scans, once all files are read. */
  async addScans(): Promise<string[]> {
    await this.page.getByRole('button', { name: '选文件' }).click()
    const report = this.page.getByRole('status').filter({ hasText: /^读了/ })
    await expect(report).toBeVisible({ timeout: 90_000 })
    return report.getByRole('listitem').allInnerTexts()
  }
}
