import { expect, type Page } from '@playwright/test'

/** The session room, worked by its keys. */
export class TalkPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  get line() {
    return this.page.locator('textarea[data-row-id]').last()
  }

  /** Puts the keyboard into the last line. */
  async toLine() {
    await this.line.click()
    await expect(this.line).toBeFocused()
  }

  async saved() {
    await expect(this.page.locator('.session-state').getByText(/^已保存/)).toBeVisible()
  }

  /** A whole line of the person with this key, with marks by their keys, and the next one begun. */
  async say(speakerKey: number, text: string, ...markKeys: string[]) {
    const { keyboard } = this.page
    await this.toLine()
    await keyboard.press(`Alt+${speakerKey}`)
    await keyboard.insertText(text)
    for (const key of markKeys) await keyboard.press(key)
    await this.saved()
    await keyboard.press('Enter')
  }

  /** `partyKey` of the party to talk with alone; 0 is everybody. */
  async talkWith(partyKey: number, shown: RegExp) {
    const { page } = this
    await page.keyboard.press('F7')
    await expect(page.getByRole('dialog', { name: '和谁谈？' })).toBeVisible()
    await page.keyboard.press(String(partyKey))
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.locator('.session-part-now')).toHaveText(shown)
  }

  /** Turns the screen to both sides, by the key. */
  async turn() {
    const { page } = this
    await page.keyboard.press('Control+h')
    await expect(page.getByRole('region', { name: '给双方看的画面' })).toBeVisible()
  }

  async turnBack() {
    const { page } = this
    await page.keyboard.press('Control+h')
    await expect(page.getByRole('region', { name: '给双方看的画面' })).toBeHidden()
    await expect(this.line).toBeVisible()
  }

  async showOffers() {
    await this.page.keyboard.press('Control+6')
    await expect(this.page.getByRole('button', { name: /^记(第)?一个方案|接着写/ })).toBeVisible()
  }

  /** Begins an offer of words only; nothing is recorded yet. */
  async beginOffer(words: { term: string; condition?: string; note?: string; by?: RegExp }) {
    const { page } = this
    await this.showOffers()
    await page.keyboard.press('F9')
    const dialog = page.getByRole('dialog', { name: '记一个方案' })
    if (words.by) await dialog.getByRole('radio', { name: words.by }).first().check()
    await dialog.getByRole('button', { name: '删去第 1 项' }).click()
    await dialog.getByRole('button', { name: '加一项其他' }).click()
    await dialog.getByLabel('内容').fill(words.term)
    if (words.condition !== undefined) await dialog.getByLabel('条件').fill(words.condition)
    if (words.note !== undefined) await dialog.getByLabel('自己的备注').fill(words.note)
    return dialog
  }

  /** Leaves the offer for later, by the key. */
  async putOfferAside() {
    const { page } = this
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('button', { name: /^接着写没写完的方案/ })).toBeVisible()
  }

  /** Throws away what waits. */
  async discardOffer() {
    const { page } = this
    await this.showOffers()
    await page.keyboard.press('F9')
    const dialog = page.getByRole('dialog', { name: '记一个方案' })
    await dialog.getByRole('button', { name: '不要了' }).click()
    await expect(dialog).toBeHidden()
  }

  async recordOffer(term: string) {
    const { page } = this
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('article').getByText(term)).toBeVisible()
  }

  async write(notes: string) {
    const { page } = this
    await page.keyboard.press('Control+8')
    await page.getByLabel('私密备注', { exact: true }).fill(notes)
    await expect(page.getByLabel('备注保存情况')).toHaveText(/^已保存/)
  }
}
