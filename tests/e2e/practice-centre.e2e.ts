import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { FrontPage } from './pages/front-page.ts'

const pictures =
  process.env['TANXIN_PICTURES'] ??
  join(import.meta.dirname, '..', '..', 'test-results', 'pictures')

/** What axe calls serious or critical, in words that name the place. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(', ')}`,
    )
}

const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a newcomer looks around a practice centre: marked, reachable, readable at every size', async ({
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
  const go = (name: string) =>
    page.getByRole('navigation', { name: '主要页面' }).getByText(name, { exact: true }).click()
  const look = async (name: string, shown: RegExp) => {
    await expect(page.getByRole('main').getByText(shown).first()).toBeVisible()
    await expect(page.getByText('练习中心 · 不作正式使用')).toBeVisible()
    await page.screenshot({ path: join(pictures, `practice-${name}.png`) })
    expect(await barriers(page), name).toEqual([])
    for (const [width, height, text] of [
      [1366, 768, '18'],
      [1024, 768, '30'],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size}px`
      }, text)
      expect(await sidewaysScroll(page), `${name} ${width} ${text}`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '18px'
    })
  }
  await look('today', /待分派|等分派|案件/)
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeHidden()
  await go('日历')
  await expect(page.getByRole('table', { name: '月历' })).toBeVisible()
  await look('calendar', /\d{4}年\d{1,2}月/)
  await go('登记')
  await look('intake', /纠纷情况/)
  await go('案件')
  await expect(page.getByText(/MT-20/).first()).toBeVisible()
  await look('cases', /MT-20/)
  await go('审批')
  await look('reviews', /待我审批/)
  await go('设置')
  await look('settings', /单位全称/)
  await page.getByRole('link', { name: '地区与期限' }).click()
  await look('settings-clocks', /软件会算的期限/)
  await page.getByRole('link', { name: '放假安排' }).click()
  await look('settings-holidays', /已有的放假安排/)
  await go('案件')
  await page.getByText(/MT-20/).first().click()
  await expect(page.getByText('下一步').first()).toBeVisible()
  await look('case', /下一步/)
  await page.getByRole('button', { name: '全部期限' }).click()
  await look('clocks', /打印期限控制单/)
  await front.changeTo('吴调解')
  await look('today-mediator', /在办|案件/)
})
