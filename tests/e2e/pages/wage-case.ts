import { expect, type Page } from '@playwright/test'

export const worker = '陈志强'
export const firm = '湖州织里晨星童装有限公司'
export const caseNumber = 'MT-2026-000001'

/** The receptionist at the window: registers a wage dispute and gives it to a mediator. */
export async function registerWageCase(page: Page, mediator: string) {
  await page.keyboard.press('Control+n')
  const applicant = page.getByRole('group', { name: '申请人', exact: true })
  await applicant.getByLabel('姓名').fill(worker)
  await applicant.getByLabel('电话').fill('13800001234')
  await applicant.getByLabel('身份证号').fill('330502199001010014')
  const respondent = page.getByRole('group', { name: '被申请人', exact: true })
  await respondent.getByText('单位', { exact: true }).click()
  await respondent.getByLabel('单位名称').fill(firm)
  await respondent.getByLabel('统一社会信用代码').fill('91330502MA2B00000N')
  await page.getByLabel('纠纷类型').fill('制造业欠薪')
  await page.keyboard.press('Enter')
  await page
    .getByLabel('纠纷情况')
    .fill(`${worker}2026年7月至9月在晨星童装做车工，月工资4800元，三个月的工资没有发。`)
  await page.getByLabel('诉求').fill('支付拖欠的工资14400元。')
  await page.getByLabel('涉及金额').fill('14400')
  await page
    .getByRole('radio', { name: /愿意|同意/ })
    .first()
    .check()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '打开案件' }).click()
  await page.getByRole('button', { name: /^分派调解员/ }).click()
  await page.getByRole('radio', { name: new RegExp(mediator) }).check()
  await page.getByRole('dialog').getByRole('button', { name: /^分派/ }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** What stands behind the last # of the address: the id of the page's object. */
export const idInAddress = (page: Page): string => {
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(new URL(page.url()).hash)?.[0]
  if (id === undefined) throw new Error(`no id in ${page.url()}`)
  return id
}
