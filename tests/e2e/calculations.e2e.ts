import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { FrontPage } from './pages/front-page.ts'
import { Keys } from './pages/keys.ts'

test('severance for two people at the desk: by keyboard, kept with the case, printed with its law', async ({
  desk,
}) => {
  const { page } = desk
  const front = new FrontPage(page)
  await front.setUp({
    fullName: '云溪镇社会治理中心人民调解委员会',
    shortName: '云人调',
    head: '沈主任',
    practice: true,
  })
  const keys = new Keys(page)
  const result = page.getByRole('region', { name: '结果' })
  await page.getByRole('navigation', { name: '主要页面' }).getByText('计算').click()
  await expect(page.getByLabel('算什么')).toBeFocused()
  await keys.only()
  keys.restart()

  await keys.words('经济')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: '经济补偿（N）' })).toBeVisible()
  await expect(page.getByLabel('为什么结束劳动关系')).toBeFocused()
  await keys.words('提出，双方')
  await expect(page.getByTitle('用人单位提出，双方协商一致解除')).toBeVisible()
  await keys.press('Enter')
  await keys.press('Tab')
  await keys.fill('20210315')
  for (const _step of ['calendar', 'next']) await keys.press('Tab')
  await keys.fill('20261120')
  for (const _step of ['calendar', 'next']) await keys.press('Tab')
  await keys.fill('6800')
  await expect(result.getByText('40,800.00 元')).toBeVisible()
  await expect(result.getByText('人民币肆万零捌佰元整')).toBeVisible()
  await expect(result.getByText('经济补偿：6个月×6,800.00元＝40,800.00元')).toBeVisible()
  await expect(result.getByText('《劳动合同法》第四十七条')).toBeAttached()
  // Two choices by Enter, three fields, the way between them.
  expect(keys.count()).toBeLessThanOrEqual(10)

  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  )

  await keys.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: '存到哪个案件' })
  await expect(dialog.getByRole('row').nth(1)).toBeVisible()
  await keys.press('Tab')
  await keys.press('Enter')
  await expect(result.getByText('存好了')).toBeVisible()
  await keys.press('Control+p')
  await expect(page.getByRole('heading', { name: /计算说明/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^打印/ })).toBeEnabled({ timeout: 60_000 })
  keys.release()
})

test('a figure that is missing is asked for at its field; once entered in the settings it is looked up', async ({
  desk,
}) => {
  const { page } = desk
  const front = new FrontPage(page)
  await front.setUp({
    fullName: '云溪镇社会治理中心人民调解委员会',
    shortName: '云人调',
    head: '沈主任',
  })
  const rail = page.getByRole('navigation', { name: '主要页面' })
  const result = page.getByRole('region', { name: '结果' })
  const open = async () => {
    await rail.getByText('计算').click()
    await page.getByLabel('算什么').fill('因工死亡')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '因工死亡一次性待遇' })).toBeVisible()
  }
  await open()
  await page.getByLabel('死亡日期', { exact: true }).fill('2026-06-01')
  for (const name of ['参加了工伤保险', '已认定工伤'])
    await page.getByRole('radiogroup', { name }).getByLabel('是', { exact: true }).check()
  const average = page.getByLabel('当地上年度职工月平均工资')
  // The fold opens by itself where a figure is asked for.
  await expect(average).toBeVisible()
  await expect(average).toHaveAttribute('aria-invalid', 'true')
  await average.fill('8000')
  await expect(result.getByText(/全国城镇居民人均可支配收入/)).toBeVisible()

  await rail.getByText('设置').click()
  await page.getByRole('navigation', { name: '设置的各部分' }).getByText('法定标准').click()
  await page.getByRole('button', { name: /^录入上一年度全国城镇居民/ }).click()
  const dialog = page.getByRole('dialog', { name: '录入标准' })
  await dialog.getByLabel('数值').fill('56502')
  await dialog.getByLabel('生效日期', { exact: true }).fill('2026-01-01')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('请写文件名称和文号，说明书上要印')).toBeVisible()
  await dialog.getByLabel('文件名称和文号').fill('国家统计局公报（未核对）')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()

  await open()
  // What was typed is still there, and the figure is no longer asked for.
  await expect(page.getByLabel('死亡日期', { exact: true })).toHaveValue('2026-06-01')
  await expect(result.getByText('1,178,040.00 元')).toBeVisible()
  await expect(result.getByText('未核对原文').first()).toBeAttached()
})
