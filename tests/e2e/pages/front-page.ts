import { expect, type Page } from '@playwright/test'

export const password = 'clean-paper-1'

/** What is in front of the desk: set-up, sign-in, lock. */
export class FrontPage {
  readonly page: Page
  /** Of everybody who signs in here. */
  readonly password: string
  constructor(page: Page, everybodys = password) {
    this.page = page
    this.password = everybodys
  }

  /** The whole set-up; answers the recovery key that was shown. */
  async setUp(body: { fullName: string; shortName: string; head: string; practice?: boolean }) {
    const { page } = this
    await page.getByLabel('单位全称').fill(body.fullName)
    await page.getByLabel('编号简称').fill(body.shortName)
    await page.getByLabel('调解组织类别').click()
    await page
      .getByRole('option', { name: '乡镇', exact: true })
      .or(page.getByTitle('乡镇'))
      .last()
      .click()
    if (body.practice) await page.getByLabel(/练习中心/).check()
    await page.getByRole('button', { name: /^下一步/ }).click()
    await expect(page.getByText('没有密码也没有恢复码，就打不开数据')).toBeVisible()
    await page.getByLabel('主任姓名').fill(body.head)
    await page.getByLabel('密码', { exact: false }).nth(0).fill(password)
    await page.getByLabel('密码再输一遍').fill(password)
    await page.getByRole('button', { name: /^建立数据/ }).click()
    const shown = page.getByRole('group', { name: '恢复码' })
    await expect(shown).toBeVisible({ timeout: 60_000 })
    const groups = await shown.locator('span').allInnerTexts()
    await page
      .getByLabel('照着纸，输入恢复码的最后两组')
      .fill(groups.slice(-2).join('').toLowerCase())
    await page.getByRole('button', { name: /开始|进入|完成|继续/ }).click()
    await expect(page.getByRole('navigation', { name: '主要页面' })).toBeVisible()
    return groups.join('-')
  }

  async signIn(name: string) {
    const { page } = this
    // Not a button of the page that is just being left.
    const people = page.getByRole('region', { name: '点自己的名字' })
    await people.getByRole('button', { name: new RegExp(name) }).click()
    await this.enterPassword(name)
  }

  /** Who locked the page is asked for the password only. */
  async enterPassword(name: string) {
    const { page } = this
    await page.getByLabel(`${name}的密码`).fill(this.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation', { name: '主要页面' })).toBeVisible({
      timeout: 30_000,
    })
  }

  /** Two clicks and a password: 换人, the name. */
  async changeTo(name: string) {
    await this.page.getByRole('button', { name: '换人' }).click()
    await this.signIn(name)
  }

  async addPerson(name: string, role: string) {
    const { page } = this
    await page.getByRole('button', { name: '添加人员' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('姓名').fill(name)
    await dialog.getByRole('radio', { name: new RegExp(`^${role}`) }).check()
    await dialog.getByLabel('初始密码').fill(password)
    await dialog.getByRole('button', { name: /添加|确定|保存/ }).click()
    await expect(dialog).toBeHidden({ timeout: 30_000 })
    await expect(page.getByText(name).first()).toBeVisible()
  }
}
