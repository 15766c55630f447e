import { expect, type Locator, type Page } from '@playwright/test'
import type { Keys } from './keys.ts'

/** The ledger of offers under two hands, in the rail of the room or on its own page. */
export class OffersPage {
  readonly page: Page
  readonly keys: Keys
  constructor(keys: Keys) {
    this.page = keys.page
    this.keys = keys
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }
  card(ordinal: number): Locator {
    return this.page.getByRole('article', { name: new RegExp(`^第${ordinal}次`) })
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** From the line of the room into the ledger beside it. */
  async show(): Promise<void> {
    await this.keys.press('Control+6')
    await expect(this.page.getByRole('button', { name: /^记(第)?一个方案/ })).toBeVisible()
    const panel = this.page.getByRole('region', { name: /^方案/ })
    await expect
      .poll(() => panel.evaluate((element) => element.contains(document.activeElement)))
      .toBe(true)
  }

  async begin(): Promise<void> {
    await this.keys.press('F9')
    await expect(this.dialog).toHaveAccessibleName('记一个方案')
  }

  /** What was heard, if it is not there yet, into terms by the reader's key. */
  async read(heard?: string): Promise<void> {
    const box = this.dialog.getByLabel('把对方的话打在这里')
    await expect(box).toBeFocused()
    if (heard !== undefined) {
      await this.page.keyboard.press('Control+a')
      await this.keys.words(heard)
    }
    await expect(this.dialog.getByRole('group', { name: '从话里读出的' })).toBeVisible()
    await this.keys.press('Alt+Enter')
    await expect(this.dialog.getByText('✓ 已写进').first()).toBeVisible()
  }

  /** The total as the form has it after reading. */
  total(item = 1): Locator {
    return this.dialog.getByRole('group', { name: `第 ${item} 项：付款` }).getByLabel('一共付多少')
  }

  /** One of a group of choices by its digit. */
  async choose(group: string, digit: string, name: string): Promise<void> {
    const choices = this.dialog.getByRole('radiogroup', { name: group })
    const checked = choices.getByRole('radio', { checked: true })
    const first = choices.getByRole('radio').first()
    await this.keys.tabTo((await checked.count()) > 0 ? checked : first, { back: true })
    await this.keys.press(digit)
    await expect(choices.getByRole('radio', { name })).toBeChecked()
  }

  async record(ordinal: number): Promise<void> {
    await this.keys.press('Control+Enter')
    await expect(this.dialog).toBeHidden()
    await expect(this.card(ordinal)).toBeVisible()
  }

  async counter(ordinal: number): Promise<void> {
    await this.open(ordinal)
    await this.keys.push(this.button(`对第${ordinal}次还价`))
    await expect(this.dialog).toHaveAccessibleName(`对第${ordinal}次的还价`)
  }

  /** A folded card shows what can be done with it once it is opened. */
  async open(ordinal: number): Promise<void> {
    const head = this.card(ordinal).locator('[data-offer-head]')
    await this.keys.tabTo(head)
    if ((await head.getAttribute('aria-expanded')) !== 'true') await this.keys.press('Enter')
    await expect(head).toHaveAttribute('aria-expanded', 'true')
  }

  async withdraw(ordinal: number): Promise<void> {
    await this.open(ordinal)
    await this.keys.push(this.button(`撤回第${ordinal}次方案`))
    await expect(this.dialog).toHaveAccessibleName(`撤回第${ordinal}次方案`)
    await this.keys.press('Control+Enter')
    await expect(this.dialog).toBeHidden()
    await expect(this.card(ordinal).getByText('已撤回')).toBeVisible()
  }

  async release(ordinal: number): Promise<void> {
    await this.open(ordinal)
    await this.keys.push(this.button(`转告对方第${ordinal}次方案`))
    await expect(this.dialog).toHaveAccessibleName(`转告第${ordinal}次方案`)
    await this.keys.press('Control+Enter')
    await expect(this.dialog).toBeHidden()
    await expect(this.card(ordinal).getByText('已转告')).toBeVisible()
  }

  async yes(ordinal: number, name: string): Promise<void> {
    await this.open(ordinal)
    const said = this.card(ordinal).getByRole('button', { name: `记${name}同意`, exact: true })
    await this.keys.push(said)
    await expect(this.card(ordinal).getByText(`${name} 同意`)).toBeVisible()
  }
}
