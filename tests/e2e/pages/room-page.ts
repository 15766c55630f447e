import { expect, type Locator, type Page } from '@playwright/test'
import type { Keys } from './keys.ts'

/** The session room under two hands. */
export class RoomPage {
  readonly page: Page
  readonly keys: Keys
  constructor(keys: Keys) {
    this.page = keys.page
    this.keys = keys
  }

  /** The line where the cursor is. */
  get line(): Locator {
    return this.page.locator('textarea[data-row-id]:focus')
  }
  get lines(): Locator {
    return this.page.locator('textarea[data-row-id]')
  }
  get now(): Locator {
    return this.page.getByLabel('现在', { exact: true })
  }

  async expectSpeaker(name: string, { alone = false } = {}): Promise<void> {
    await expect(this.line).toHaveAccessibleName(
      new RegExp(`^${alone ? '单独谈话 ' : ''}\\S+ ${name} `),
    )
  }

  async saved(): Promise<void> {
    await expect(this.page.locator('.session-state').getByText(/^已保存/)).toBeVisible()
  }

  /** The words of a line, its marks, and Enter. */
  async say(text: string, ...marks: string[]): Promise<void> {
    await expect(this.line).toHaveValue('')
    await this.keys.words(text)
    await this.keys.press(...marks, 'Enter')
    await expect(this.line).toHaveValue('')
  }

  /** The line is done. */
  async next(): Promise<void> {
    await expect(this.line).not.toHaveValue('')
    await this.keys.press('Enter')
    await expect(this.line).toHaveValue('')
  }

  /** `digit` of the party to talk with alone, 0 for both sides. */
  async talkWith(digit: number, now: RegExp): Promise<void> {
    await this.keys.press('F7')
    await expect(this.page.getByRole('dialog', { name: '和谁谈？' })).toBeVisible()
    await this.keys.press(String(digit))
    await expect(this.page.getByRole('dialog')).toBeHidden()
    await expect(this.now).toHaveText(now)
    await expect(this.line).toBeFocused()
  }

  get turned(): Locator {
    return this.page.getByRole('region', { name: '给双方看的画面' })
  }

  async turn(): Promise<void> {
    await this.keys.press('Control+h')
    await expect(this.turned).toBeVisible()
  }

  async turnBack(): Promise<void> {
    await this.keys.press('Control+h')
    await expect(this.turned).toBeHidden()
    await expect(this.line).toBeFocused()
  }
}
