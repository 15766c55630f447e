import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, formatChineseDate, localDateOf } from '#db/domain/local-date.ts'
import { formatYuan, splitEvenly } from '#db/domain/money.ts'
import { password, staff } from '#tests/support/centre.ts'
import { toPng } from '#tests/support/scan/png.ts'
import { arrearsFen } from '#tests/support/wage-case.ts'
import {
  daysBetweenInstalments,
  openCentreWithSignedCase,
  rightCourt,
  wrongCourt,
} from './finished-case.ts'
import { expect, test as base, type Desk } from './fixtures.ts'
import { AfterSigningPage } from './pages/after-signing-page.ts'
import { DossierPage } from './pages/dossier-page.ts'
import { FrontPage } from './pages/front-page.ts'
import { textOfPdf } from './paper-files.ts'

const shots =
  process.env['TANXIN_PICTURES'] ??
  join(import.meta.dirname, '..', '..', 'test-results', 'pictures')

/** A day off makes the reminder of some days earlier: then it is to be done today. */
const coming = /快到期|今天到期/

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function asks for from this pattern
  prepare: async ({}, provide) => provide(openCentreWithSignedCase),
})

const caseNumber = 'MT-2026-000001'
const agreementNumber = '（2026）云人调字第1号'
const signedOn = localDateOf(new Date().toISOString())
const dueDay = (instalment: number) => addDays(signedOn, instalment * daysBetweenInstalments)
const dayIn = (days: number) => addDays(signedOn, days)

const [eachFen = 0] = splitEvenly(arrearsFen, 3)
const partFen = 300_000
const nextFen = 500_000
const restFen = 2 * eachFen - partFen - nextFen
const confirmationNumber = '（2026）云0000民特7号'

/** The text of the one rehearsed print with this in its name. */
async function printed({ rehearsal }: Desk, title: string): Promise<string> {
  const folder = join(rehearsal, 'printed')
  const found = (await readdir(folder)).filter((name) => name.includes(title))
  expect(found).toHaveLength(1)
  return textOfPdf(join(folder, found[0] ?? ''))
}

/** A photo of a transfer slip. */
const slip = () => toPng({ width: 240, height: 320, data: new Uint8Array(240 * 320).fill(200) })

const pagesOf = ({ page }: Desk) => ({
  front: new FrontPage(page, password),
  after: new AfterSigningPage(page),
  dossier: new DossierPage(page),
})

test('three instalments, one late: confirmed by the right court, urged, paid, visited, closed', async ({
  desk,
}) => {
  let { front, after, dossier } = pagesOf(desk)
  const shot = (name: string) =>
    desk.page.screenshot({ path: join(shots, `after-signing-${name}.png`) })
  /** Days later the desk has locked itself. */
  const goToDay = async (days: number) => {
    await desk.goToDay(days)
    await front.enterPassword(staff.mediator)
    await after.goHome()
  }
  const status = (word: string) =>
    desk.page.locator('.tx-subtitle').getByText(word, { exact: true })
  /** The paper in front, once it is there; comes out of the printer. */
  const print = async (title: string) => {
    const button = desk.page.getByRole('button', { name: /^打印/ })
    await expect(button).toBeEnabled({ timeout: 60_000 })
    await desk.page.keyboard.press('Enter')
    await expect(desk.page.getByText(/收下了/)).toBeVisible({ timeout: 30_000 })
    await expect(button).toBeEnabled()
    expect(await readdir(join(desk.rehearsal, 'printed'))).toContainEqual(
      expect.stringContaining(title),
    )
  }
  const { page } = desk

  await test.step('the clock of the confirmation stands on the board and leads to the right court', async () => {
    await front.signIn(staff.mediator)
    await goToDay(24)
    await expect(after.line(coming, '第1项第1期到期前回访')).toHaveCount(1)
    await expect(after.line(coming, `第1项第1期 ${formatYuan(eachFen)} 元到期`)).toHaveCount(1)
    const line = after.line(coming, '共同申请司法确认')
    await expect(line).toHaveCount(1)
    await shot('10-board')
    await after.follow(line)
    await expect(page.getByRole('radio', { name: /^司法确认/ })).toBeChecked()
    await page.getByRole('radio', { name: '都愿意', exact: true }).check()
    await expect(page.getByRole('radio', { name: /^司法确认/ })).not.toContainText('还差')
    const courts = page.getByRole('radiogroup', { name: '向哪个法院申请' })
    const right = courts.getByRole('radio', { name: new RegExp(rightCourt) })
    await expect(right).toBeChecked()
    await expect(courts).toContainText('当事人张三的住所地（云溪镇新兴村2组18号）')
    await expect(courts.getByText(wrongCourt)).toBeHidden()
    await shot('11-ways')
  })

  await test.step('the pack is made and printed for it, and the application recorded to the minute', async () => {
    await page.keyboard.press('Control+p')
    await expect(page.getByText(/^已把 \d 种文书依次送去打印/)).toBeVisible({ timeout: 60_000 })
    const taken = page.getByText(/收下了/)
    await expect(taken).toBeInViewport({ timeout: 60_000 })
    await shot('12-pack')
    const application = await printed(desk, '司法确认申请书')
    expect(application).toContain(rightCourt)
    expect(application).toContain(agreementNumber)
    expect(application).not.toContain(wrongCourt)
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog', { name: '登记申请：司法确认' })
    await expect(dialog.getByLabel('向哪里申请')).toHaveValue(rightCourt)
    await dialog.getByLabel('申请日期', { exact: true }).fill(dayIn(23))
    await dialog.getByLabel('申请时间').fill('15:42')
    await shot('13-apply')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    const recorded = page.getByRole('list', { name: '申请记录' })
    await expect(recorded).toContainText(`15:42 向${rightCourt}申请`)
    await shot('14-applied')
    await after.back()
    await expect(status('确认中')).toBeVisible()
    await shot('15-confirming')
  })

  await test.step('the court takes it on and confirms', async () => {
    const record = async (step: string) => {
      const line = after.line(/在等别人/, `等${rightCourt}`)
      await expect(line).toHaveCount(1)
      await shot(`20-${step}-board`)
      await after.follow(line)
      await page.getByRole('button', { name: `司法确认：${step}` }).click()
      const dialog = page.getByRole('dialog', { name: `司法确认：${step}` })
      await dialog.getByLabel('案号或者文书编号').fill(confirmationNumber)
      await shot(`21-${step}`)
      await page.keyboard.press('Control+Enter')
      await expect(dialog).toBeHidden()
    }
    await goToDay(25)
    await record('法院受理')
    await goToDay(29)
    await record('裁定有效')
    const recorded = page.getByRole('list', { name: '申请记录' })
    await expect(recorded).toContainText(confirmationNumber)
    await expect(recorded).toContainText(`${formatChineseDate(dayIn(25))}受理`)
    await expect(recorded).toContainText(`${formatChineseDate(dayIn(29))}已获得`)
    await shot('22-granted')
    await after.back()
    await expect(status('已确认')).toBeVisible()
    await shot('23-confirmed')
  })

  await test.step('the first instalment is paid in time, with its slip', async () => {
    await desk.give('转账凭证.png', slip())
    await after.openPerformance()
    await shot('30-performance')
    const dialog = await after.beginPayment()
    await page.keyboard.press('Alt+p')
    await expect(dialog.getByText('转账凭证.png')).toBeVisible()
    await shot('31-payment')
    await after.recordPayment(dialog, `还差 ${formatYuan(2 * eachFen)} 元。`)
    await desk.takeBack()
    await expect(after.instalment('第1项第1期')).toContainText('已履行')
    await shot('32-paid')
    await page.getByRole('button', { name: '看凭证 转账凭证.png' }).click()
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the second is late: the board says so, a promise is heard on the phone, a letter goes out', async () => {
    await goToDay(72)
    const line = after.line(/已经过期/, `第1项第2期 ${formatYuan(eachFen)} 元逾期`)
    await expect(line).toContainText(/已超 \d+ 天/)
    // A period of the parties that has run out is nobody's work any more.
    await expect(after.line(/已经过期/, '提出异议')).toHaveCount(0)
    await shot('40-late')
    await dossier.openCase(caseNumber)
    await expect(after.afterwards).toContainText(`逾期 1 期，${formatYuan(eachFen)} 元`)
    await expect(page.getByRole('region', { name: '下一步' })).toContainText('催促履行')
    await shot('41-case-late')
    await page.keyboard.press('Control+Enter')
    await expect(after.instalment('第1项第2期')).toContainText(/逾期 \d+ 天/)
    await page.keyboard.press('Alt+c')
    const dialog = page.getByRole('dialog', { name: '催促履行' })
    await expect(dialog).toContainText('张三可以向法院申请强制执行')
    await page.keyboard.press('1')
    await expect(dialog.getByRole('radio', { name: '答应付' })).toBeChecked()
    await dialog.getByLabel('答应哪天付', { exact: true }).fill(dayIn(75))
    await dialog.getByLabel('答应付多少').fill('3000')
    await dialog.getByLabel('对方说了什么').fill('货款还没有收回来，先付三千。')
    await shot('42-phone')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText(`答应付（${dayIn(75)} 付 3,000.00 元）`)).toBeVisible()
    await page.keyboard.press('Alt+l')
    await expect(page.getByRole('heading', { level: 1, name: /催促/ })).toBeVisible()
    await print('催促')
    await shot('43-letter')
    const letter = await printed(desk, '催促')
    expect(letter).toContain(agreementNumber)
    expect(letter).toContain(formatYuan(eachFen))
    expect(letter).toContain(dueDay(2).split('-').map(Number).join('.'))
    expect(letter).toContain('对方可以向法院申请强制执行')
    await shot('44-printed')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(after.totals).toBeVisible()
    await shot('45-urged')
  })

  await test.step('a part is paid as promised; the power goes, and nothing is lost', async () => {
    await goToDay(75)
    const line = after.line(/今天到期/, '答应付 3,000.00 元')
    await expect(line).toHaveCount(1)
    await shot('50-promise')
    await after.follow(line)
    const dialog = await after.beginPayment(formatYuan(partFen))
    await expect(dialog).toContainText(`这一期还差 ${formatYuan(eachFen - partFen)} 元`)
    await shot('51-part')
    await after.recordPayment(dialog, `还差 ${formatYuan(2 * eachFen - partFen)} 元。`)
    await shot('52-part-paid')
    await desk.crashAndRestart()
    ;({ front, after, dossier } = pagesOf(desk))
    await front.signIn(staff.mediator)
    await dossier.openCase(caseNumber)
    await after.openPerformance()
    await expect(after.totals).toContainText(`还差${formatYuan(2 * eachFen - partFen)} 元`)
    await expect(after.instalment('第1项第2期')).toContainText(formatYuan(eachFen - partFen))
    await expect(desk.page.getByText(`答应付（${dayIn(75)} 付 3,000.00 元）`)).toBeVisible()
    await expect(desk.page.getByRole('button', { name: '看通知书' })).toBeVisible()
    await shot('53-after-crash')
  })

  await test.step('the rest of it and more comes in: the third instalment takes what is over', async () => {
    await goToDay(78)
    await dossier.openCase(caseNumber)
    await desk.page.keyboard.press('Control+Enter')
    await expect(after.totals).toBeVisible()
    const dialog = await after.beginPayment(formatYuan(nextFen))
    const overFen = nextFen - (eachFen - partFen)
    await expect(
      dialog.getByRole('checkbox', { name: `多出的 ${formatYuan(overFen)} 元抵下一期` }),
    ).toBeChecked()
    await shot('60-spread')
    await after.recordPayment(dialog, `还差 ${formatYuan(restFen)} 元。`)
    await expect(after.instalment('第1项第2期')).toContainText('已履行')
    await expect(after.instalment('第1项第3期')).toContainText('付了一部分')
    await expect(after.instalment('第1项第3期')).toContainText(formatYuan(restFen))
    await shot('61-spread')
  })

  await test.step('the third is paid: the case is performed by itself', async () => {
    await goToDay(88)
    await after.follow(after.line(coming, `第1项第3期 ${formatYuan(restFen)} 元到期`))
    const dialog = await after.beginPayment()
    await expect(dialog.getByLabel('收到多少')).toHaveValue(formatYuan(restFen))
    await after.recordPayment(dialog, '全部履行完毕，案件已转为“已履行”')
    await expect(status('已履行')).toBeVisible()
    await expect(after.totals).toContainText('还差0.00 元')
    await shot('70-performed')
    await after.back()
    await expect(status('已履行')).toBeVisible()
    await shot('71-case')
  })

  await test.step('the visit is recorded, its paper prints, and the follow-up is done', async () => {
    await goToDay(120)
    const line = after.line(/到期|过期/, '结束后回访')
    await expect(line).toHaveCount(1)
    await shot('80-board')
    await after.follow(line)
    await shot('81-visits')
    const { keyboard } = desk.page
    await keyboard.press('Control+Enter')
    const form = desk.page.getByRole('region', { name: '记录回访' })
    await expect(form).toBeVisible()
    const words = (label: string, text: string) =>
      form
        .getByRole('group', { name: `${label}：常用的话` })
        .getByRole('button', { name: text })
        .click()
    await form.getByRole('radio', { name: '非常满意' }).check()
    await words('履行情况', '已经按约定付清')
    await form.getByRole('radio', { name: '没有反复' }).check()
    await words('有无诉讼及裁判结果', '没有诉讼')
    await words('调解有无不当', '没有不当')
    await shot('82-visit')
    await keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await expect(desk.page.getByText('安排的回访都做完了。')).toBeVisible()
    await shot('83-visited')
    await desk.page.getByRole('button', { name: /^打印回访记录/ }).click()
    await print('回访')
    await shot('84-paper')
    const paper = await printed(desk, '回访')
    for (const word of ['已经按约定付清', '非常满意', staff.mediator]) expect(paper).toContain(word)
    await keyboard.press('Alt+ArrowLeft')
    await expect(desk.page.getByText('安排的回访都做完了。')).toBeVisible()
    await keyboard.press('Control+Enter')
    await expect(desk.page.getByRole('tablist', { name: '卷宗的各部分' })).toBeVisible()
    await expect(status('待归档')).toBeVisible()
    await shot('90-dossier')
  })

  await test.step('the mediator may not close with findings; the head does, with a reason', async () => {
    const dialog = desk.page.getByRole('dialog', { name: '结案归档' })
    const ask = async () => {
      await desk.page.getByRole('button', { name: '结案归档' }).click()
      await expect(dialog).toBeVisible()
    }
    await ask()
    await expect(dialog).toContainText('只有中心主任写明理由才能归档')
    await shot('91-not-the-mediator')
    await desk.page.keyboard.press('Escape')
    await front.changeTo(staff.head)
    await dossier.openCase(caseNumber)
    await dossier.open()
    await ask()
    await dialog.getByLabel('带着问题归档的理由').fill('纸质卷已签齐，扫描件随后补入。')
    await shot('92-close')
    await desk.page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(desk.page.getByText('本卷已经归档')).toBeVisible()
    await expect(status('已归档')).toBeVisible()
    await shot('93-closed')
  })
})
