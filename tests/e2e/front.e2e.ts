import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { FrontPage, password } from './pages/front-page.ts'

const body = { fullName: '青山镇人民调解委员会', shortName: '青人调', head: '沈主任' }

test('a wrong password is refused and counted; the recovery key sets a new one', async ({
  desk,
}) => {
  const { page } = desk
  const front = new FrontPage(page)
  const recoveryKey = await front.setUp(body)
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: /沈主任/ }).click()
  await page.getByLabel('沈主任的密码').fill('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/密码不对/).first()).toBeVisible({ timeout: 30_000 })

  await page
    .getByRole('button', { name: /忘记密码|忘了密码|恢复码/ })
    .first()
    .click()
  await page.getByLabel('恢复码').first().fill(recoveryKey.toLowerCase())
  await page.getByLabel('给谁设新密码').click()
  await page
    .getByRole('option', { name: /沈主任/ })
    .or(page.getByTitle(/沈主任/))
    .last()
    .click()
  await page
    .getByLabel(/^新密码/)
    .first()
    .fill('another-password')
  await page.getByLabel(/再输一遍/).fill('another-password')
  await page.keyboard.press('Control+Enter')
  const shown = page.getByRole('group', { name: '恢复码' })
  await expect(shown).toBeVisible({ timeout: 60_000 })
  const renewed = await shown.locator('span').allInnerTexts()
  expect(renewed.join('-')).not.toBe(recoveryKey)
})

test('a backup made in the settings is restored from the sign-in screen', async ({ desk }) => {
  const { page } = desk
  const front = new FrontPage(page)
  await front.setUp({ ...body, practice: true })
  await expect(page.getByLabel('练习中心')).toBeVisible()
  await page
    .getByRole('link', { name: '设置' })
    .or(page.getByRole('button', { name: '设置' }))
    .first()
    .click()
  await page.getByText(/备份/).first().click()
  await page.getByRole('button', { name: /U ?盘|别处|其他位置/ }).click()
  await expect
    .poll(
      async () =>
        (await readdir(join(desk.rehearsal, 'saved')).catch(() => [])).filter((name) =>
          name.endsWith('.tanxin'),
        ).length,
      { timeout: 60_000 },
    )
    .toBe(1)
  const file = await desk.savedFile('.tanxin')
  await desk.give(basename(file), await readFile(file))
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: /从备份恢复/ }).click()
  await page
    .getByRole('button', { name: /选.*备份|选择/ })
    .first()
    .click()
  await expect(page.getByText(/48/).first()).toBeVisible()
  await page.getByLabel('谁的密码').click()
  await page
    .getByTitle(/沈主任/)
    .last()
    .click()
  await page.getByLabel('密码', { exact: false }).last().fill(password)
  await page.getByRole('button', { name: /^用这份备份替换现在的数据/ }).click()
  await page
    .getByRole('button', { name: /登录|继续|完成/ })
    .first()
    .click({ timeout: 60_000 })
  await front.signIn('沈主任')
  await page
    .getByRole('link', { name: '案件' })
    .or(page.getByRole('button', { name: '案件' }))
    .first()
    .click()
  await expect(page.getByText(/MT-2026-/).first()).toBeVisible()
  expect((await readdir(desk.store)).filter((name) => name.startsWith('gen-')).length).toBe(2)
})

test('a second start on the same data leaves the first one alone', async ({ desk }) => {
  const electron =
    process.env['ELECTRON_EXEC_PATH'] ?? (createRequire(import.meta.url)('electron') as string)
  const root = join(import.meta.dirname, '..', '..')
  const second = spawn(electron, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root], {
    env: { ...process.env, TANXIN_DATA: desk.data },
    stdio: 'ignore',
    timeout: 20_000,
  })
  // Killed by the time limit it would end by a signal, without a code.
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
  await expect(desk.page.locator('h1').first()).toBeVisible()
})
