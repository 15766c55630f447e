import { expect, type Locator, type Page } from '@playwright/test'

/** A click, a field filled, a key: one each, as the budgets L1 to L5 count them. */
export class Interactions {
  #count = 0

  count(): number {
    return this.#count
  }

  restart() {
    this.#count = 0
  }

  async click(target: Locator) {
    await target.click()
    this.#count += 1
  }

  async fill(target: Locator, text: string) {
    await target.fill(text)
    this.#count += 1
  }

  async press(page: Page, key: string) {
    await page.keyboard.press(key)
    this.#count += 1
  }
}

/** Before anybody signed in: this week, and one click on the own name. */
export class LockScreen {
  readonly page: Page
  readonly hands: Interactions
  constructor(page: Page, hands = new Interactions()) {
    this.page = page
    this.hands = hands
  }

  get week() {
    return this.page.getByRole('table', { name: '本周值班' })
  }

  get today() {
    return this.page.getByRole('region', { name: '今日值班' })
  }

  get next() {
    return this.page.getByRole('region', { name: '下一班' })
  }

  get names() {
    return this.page.getByRole('region', { name: '点自己的名字' })
  }

  get signedNote() {
    return this.page.getByRole('status').filter({ hasText: /已签到|已签退/ })
  }

  get savedNote() {
    return this.page.getByRole('status').filter({ hasText: '已存好' })
  }

  /** L1: the next shift is in sight after this one click. */
  async choose(name: string) {
    await this.hands.click(this.names.getByRole('button', { name: new RegExp(name) }))
    await expect(this.next).toBeVisible()
  }

  /** L2: after the name. */
  async sign(verb: '到岗' | '签退', pin: string) {
    await this.hands.click(this.next.getByRole('button', { name: verb, exact: true }))
    await this.hands.fill(this.page.getByLabel('六位签到密码'), pin)
  }

  /** L5: after the name. */
  async saveCalendar() {
    await this.hands.click(this.page.getByRole('button', { name: '存成日历文件' }))
  }

  /** L3, L4: what for, then the password. */
  async enter(step: '请假' | '换班' | '补记接待', name: string, password: string) {
    await this.hands.click(this.next.getByRole('button', { name: step, exact: true }))
    await this.hands.fill(this.page.getByLabel(`${name}的密码`), password)
    await this.hands.press(this.page, 'Enter')
  }
}

/** 我的班次, and the dialogs that it opens. */
export class MyShiftsPage {
  readonly page: Page
  readonly hands: Interactions
  constructor(page: Page, hands = new Interactions()) {
    this.page = page
    this.hands = hands
  }

  get next() {
    return this.page.getByRole('region', { name: '下一班' })
  }

  get dialog() {
    return this.page.getByRole('dialog')
  }

  get coming() {
    return this.page.getByRole('table', { name: '以后的班次' })
  }

  get past() {
    return this.page.getByRole('table', { name: '值过的班' })
  }

  get requests() {
    return this.page.getByRole('region', { name: '换班和请假' })
  }

  get news() {
    return this.page.getByRole('status').filter({ hasText: '处变动' })
  }

  /** The dialog 换班 stands open: takes the first way that names this person. */
  async askFor(who: string | RegExp) {
    const ways = this.dialog.getByRole('radiogroup', { name: '和谁换' })
    await this.hands.click(ways.getByRole('radio', { name: who }).first())
    await this.hands.click(this.dialog.getByRole('button', { name: '提出申请' }))
    await expect(this.dialog).toBeHidden()
  }

  /** The dialog 请假 stands open. */
  async leave(from: string, to: string, words = '') {
    await this.dialog.getByRole('textbox', { name: '从哪天' }).fill(from)
    await this.dialog.getByRole('textbox', { name: '到哪天（含当天）' }).fill(to)
    if (words !== '') await this.dialog.getByLabel('说明').fill(words)
    await this.dialog.getByRole('button', { name: '请假', exact: true }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** The dialog 补记接待 stands open: one click for each. */
  async count(...categories: readonly string[]) {
    for (const category of categories)
      await this.hands.click(
        this.dialog.getByRole('button', { name: new RegExp(`^${category} 加一`) }),
      )
  }

  async finishCounting() {
    await this.hands.click(this.dialog.getByRole('button', { name: '完成' }))
    await expect(this.dialog).toBeHidden()
  }

  async answer(word: '同意' | '不同意') {
    await this.requests.getByRole('button', { name: word, exact: true }).first().click()
  }
}

/** 今天到岗 */
export class DutyDayPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** The row of somebody. */
  row(name: string) {
    return this.page.getByRole('row').filter({ hasText: name })
  }

  private get dialog() {
    return this.page.getByRole('dialog')
  }

  async step(
    name: string,
    step: '代签到' | '代签退' | '找人替' | '记没来' | '撤销没来' | '更正时长',
  ) {
    await this.page.getByRole('button', { name: `${step}：${name}` }).click()
    await expect(this.dialog).toBeVisible()
  }

  async signFor(name: string, step: '代签到' | '代签退', clock: string) {
    await this.step(name, step)
    await this.dialog.getByLabel(/几点/).fill(clock)
    await this.confirm(step)
  }

  async noShow(name: string, words: string) {
    await this.step(name, '记没来')
    await this.dialog.getByLabel('说明').fill(words)
    await this.confirm('记没来')
  }

  async correct(name: string, duration: string, reason: string) {
    await this.step(name, '更正时长')
    await this.dialog.getByLabel('实际时长').fill(duration)
    await this.dialog.getByLabel('原因').fill(reason)
    await this.confirm('更正')
  }

  /** Answers who steps in: the first who may. */
  async substitute(name: string, words: string): Promise<string> {
    await this.step(name, '找人替')
    const first = this.dialog.locator('label:has(input[type="radio"]:enabled)').first()
    await first.click()
    const substitute = await first.locator('strong').innerText()
    await this.dialog.getByLabel('说明').fill(words)
    await this.confirm('换上')
    return substitute
  }

  private async confirm(word: string) {
    await this.dialog.getByRole('button', { name: word, exact: true }).click()
    await expect(this.dialog).toBeHidden()
  }
}
