import { expect, type Locator, type Page } from '@playwright/test'
import { Interactions } from './duty-pages.ts'

export type HalfDay = '上午' | '下午'

/** The rota board (W7): its places are buttons named 11月23日周一上午窗口 李明. */
export class RotaBoard {
  readonly page: Page
  readonly hands: Interactions
  constructor(page: Page, hands = new Interactions()) {
    this.page = page
    this.hands = hands
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1, name: /^值班表 / })
  }
  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name })
  }
  get strips(): Locator {
    return this.page.getByRole('grid')
  }
  get places(): Locator {
    return this.strips.getByRole('button')
  }
  /** Empty places that are not over. */
  get gaps(): Locator {
    return this.strips.locator('button:not([aria-disabled])', { hasText: '空缺' })
  }
  /** Places of one half-day: day as 11月23日. */
  at(day: string, half: HalfDay): Locator {
    return this.strips.getByRole('button', { name: new RegExp(`^${day}周.${half}`) })
  }
  /** Places where this person sits, over or not. */
  of(name: string): Locator {
    return this.strips.getByRole('button', { name: new RegExp(` ${name}(，|$)`) })
  }
  /** Those of this person that may still be changed. */
  openOf(name: string): Locator {
    return this.strips.locator('button:not([aria-disabled])', { hasText: name })
  }
  person(name: string): Locator {
    return this.page
      .getByRole('region', { name: '律师和各人的班数' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
  }
  /** Why, and what can be done, of the place that has the cursor. */
  get here(): Locator {
    return this.page.getByRole('region', { name: '这一格' })
  }
  get bubble(): Locator {
    return this.page.locator('.rota-bubble')
  }

  /** 值班 in the rail, and the next fortnight. */
  async beginNext(): Promise<void> {
    await this.hands.click(this.page.getByRole('link', { name: '值班', exact: true }))
    await this.hands.click(this.page.getByRole('main').getByRole('button', { name: /^排 / }))
    await expect(this.heading).toBeVisible()
  }

  /** Opens one that is listed, by a word of its line. */
  async open(line: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name: '值班', exact: true }).click()
    await this.page
      .getByRole('table', { name: '值班表' })
      .getByRole('row', { name: line })
      .first()
      .click()
    await expect(this.heading).toBeVisible()
  }

  async copyLast(): Promise<void> {
    await this.hands.click(this.button('复制上两周'))
    await expect(this.page.getByText(/^照抄了 \d+ 个位子/)).toBeVisible()
  }

  /** Waits for the search to end with a rota; the dialog is closed by Enter. */
  async solve(mode: '自动排' | '补空缺'): Promise<void> {
    await this.button(mode).click()
    await expect(this.dialog.getByText(/^排好了/)).toBeVisible({ timeout: 120_000 })
    await this.page.keyboard.press('Enter')
    await expect(this.dialog).toBeHidden()
  }

  /** The person list of a place: Enter there, initials, Enter; three interactions. */
  async put(place: Locator, initials: string): Promise<void> {
    await place.focus()
    await this.hands.press(this.page, 'Enter')
    await expect(this.dialog.getByLabel('找人')).toBeFocused()
    await this.hands.fill(this.dialog.getByLabel('找人'), initials)
    await expect(this.dialog.getByRole('option')).toHaveCount(1)
    await this.hands.press(this.page, 'Enter')
    await expect(this.dialog).toBeHidden()
  }

  /** By the mouse, with a rest over the place until the bubble told what would happen; answers its words. */
  async drag(what: Locator, to: Locator): Promise<string> {
    // The list of people is always in sight, over the end of the page: what is on the board goes to the middle.
    for (const place of [what, to])
      await place.evaluate((element) => {
        if (element.closest('[role="grid"]')) element.scrollIntoView({ block: 'center' })
      })
    const [from, into] = [await what.boundingBox(), await to.boundingBox()]
    if (!from || !into) throw new Error('nothing to drag in sight')
    const { mouse } = this.page
    await mouse.move(from.x + from.width / 3, from.y + from.height / 2)
    await mouse.down()
    await mouse.move(from.x + from.width / 3 + 12, from.y + from.height / 2 - 12, { steps: 3 })
    await mouse.move(into.x + into.width / 2, into.y + into.height / 2, { steps: 12 })
    await expect(this.bubble).toBeVisible()
    await expect(this.bubble).not.toHaveText(/^正在看/)
    const told = await this.bubble.innerText()
    await mouse.up()
    return told
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z')
  }

  /** 发布 and confirm; ends on the list of people to tell, or on the board when nobody is to be told. */
  async publish(): Promise<void> {
    await this.hands.click(this.button(/^发布/))
    await this.hands.click(this.dialog.getByRole('button', { name: /^发布，\d+ 人要告知/ }))
    await expect(this.dialog.getByText('发布值班表')).toBeHidden()
  }

  /** On the list of people to tell. */
  async tell(name: string, how: '电话' | '微信' | '当面'): Promise<void> {
    await this.dialog.getByRole('button', { name: `${name}：${how}已通知` }).click()
    await expect(this.dialog.getByRole('region', { name: '已告知' })).toContainText(name)
  }
}
