import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pageCodeText } from '#db/domain/dossier/page-code.ts'
import { password, staff } from '#tests/support/centre.ts'
import { startCups, whyNoCups, type TestCups } from '#tests/support/cups.ts'
import { pageTexts } from '#tests/support/pdf-text.ts'
import { toJpeg } from '#tests/support/scan/jpeg.ts'
import { toPng } from '#tests/support/scan/png.ts'
import { scanPdf } from '#tests/support/scan/scan-pdf.ts'
import { scanned, turned } from '#tests/support/scan/scanner.ts'
import { openCentreWithFinishedCase } from './finished-case.ts'
import { expect, test as base, type Desk } from './fixtures.ts'
import { visit } from './leaks.ts'
import { DossierPage } from './pages/dossier-page.ts'
import { FrontPage } from './pages/front-page.ts'
import { Keys } from './pages/keys.ts'
import { TemplatesPage } from './pages/templates-page.ts'
import { VolumePage } from './pages/volume-page.ts'
import { idInAddress } from './pages/wage-case.ts'
import { withWords } from './paper-files.ts'
import { alikes, pictures, scanDpi, tray, type PrintedPage } from './printed-papers.ts'

const shots =
  process.env['TANXIN_PICTURES'] ??
  join(import.meta.dirname, '..', '..', 'test-results', 'pictures')

const why = whyNoCups()
const printer = why === undefined ? 'the PDF printer of CUPS' : `a rehearsed printer (${why})`

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function asks for from this pattern
  prepare: async ({}, provide) => provide(openCentreWithFinishedCase),
})

let cups: TestCups | undefined
test.beforeAll(async () => {
  if (why !== undefined) return
  cups = await startCups()
  process.env['CUPS_SERVER'] = cups.env.CUPS_SERVER
  process.env['TANXIN_REHEARSAL_PRINTERS'] = 'system'
})
test.afterAll(async () => {
  delete process.env['CUPS_SERVER']
  delete process.env['TANXIN_REHEARSAL_PRINTERS']
  await cups?.stop()
})

const caseNumber = 'MT-2026-000001'
const visitRecord = '人民调解回访记录'
const agreement = '人民调解协议书'
/** The papers of the volume in order, as they print by their ids. */
const volumeOrder = ['F00', 'F01', 'F03', 'F04', 'F09', 'F10', 'F13', 'F16']
/** Cover, contents, back bear no number. */
const boards = ['F00', 'F01', 'F16']
const addressee = '（本镇专用）'

/** What stands in the code of a page, in one word. */
const codeText = ({ code }: PrintedPage): string => (code ? pageCodeText(code) : '')
const isPage = (form: string, page: number) => (printed: PrintedPage) =>
  printed.code?.form === form && printed.code.page === page

/** The pages of the volume: of each code the first, the further copies come after it. */
const volumeOf = (pages: readonly PrintedPage[]): PrintedPage[] =>
  [...new Map(pages.toReversed().map((page) => [codeText(page), page])).values()].toReversed()

const trayOf = (desk: Desk): string => cups?.output ?? join(desk.rehearsal, 'printed')

/** The glass is as the page: no dot is lost but by the skew. */
const asPageIs = 300
const skewDegrees = 2

/** A stack through the feeder, one sheet upside down from a camera, one askew from the glass. */
async function giveScans(desk: Desk, volume: readonly PrintedPage[], leftOut: PrintedPage) {
  const upsideDown = volume.find(isPage('F04', 2))
  const askew = volume.find(isPage('F09', 1))
  if (!upsideDown || !askew) throw new Error('pages to be scanned are missing')
  const stack = volume.filter((page) => ![leftOut, upsideDown, askew].includes(page))
  const images = stack.map(({ image }) => image)
  await desk.give('扫描001.pdf', await scanPdf(images, { dpi: scanDpi }))
  await desk.give('扫描002.jpg', Buffer.from(toJpeg(turned(upsideDown.image, 180), 60)))
  const skewed = scanned(askew.image, { dpi: asPageIs, degrees: skewDegrees })
  await desk.give('扫描003.png', Buffer.from(toPng(skewed)))
}

test(`a changed template, a whole volume on ${printer}, its scans and the one page that is missing`, async ({
  desk,
}) => {
  test.setTimeout(300_000)
  const { page } = desk
  const front = new FrontPage(page, password)
  const templates = new TemplatesPage(page)
  const dossier = new DossierPage(page)
  const keys = new Keys(page)
  const volume = new VolumePage(keys)
  const shot = (name: string) => page.screenshot({ path: join(shots, `papers-${name}.png`) })
  let printed: PrintedPage[] = []

  await test.step('the head changes a word of the back cover, from today', async () => {
    await front.signIn(staff.head)
    await templates.open()
    await templates.chooseWordsOf('封底')
    await templates.changeText('本卷共', '本卷合计')
    await shot('10-words')
    await expect(await templates.look()).toContainText('本卷合计')
    await shot('11-words-look')
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await templates.keepWords()
    await expect(page.getByRole('table', { name: '自己改过的版本' })).toContainText('封底')
    await shot('12-words-kept')
  })

  await test.step('a Word file with a wrong tag is refused in words, the mended one is taken', async () => {
    await templates.chooseWordFileOf(visitRecord)
    await templates.saveStart()
    const start = await readFile(await desk.savedFile('.docx'))
    const own = await withWords(start, visitRecord, `${visitRecord}${addressee}`)
    await desk.give('回访记录.docx', await withWords(own, '{回访.满意度}', '｛回访.满意度｝'))
    await templates.check()
    await expect(templates.faults).toHaveCount(1)
    await expect(templates.faults).toContainText('｛回访.满意度｝ 用了中文的括号')
    await expect(templates.faults).toContainText('改成 {回访.满意度}')
    await expect(page.getByRole('button', { name: '启用', exact: true })).toBeHidden()
    await shot('20-word-fault')
    await desk.give('回访记录.docx', own)
    await templates.check()
    await expect(page.getByText(/检查过了，没有不对的地方/)).toBeVisible()
    await expect(templates.sample).toContainText(addressee)
    await shot('21-word-sample')
    await templates.putInForce()
    await expect(page.getByRole('table', { name: '自己的 Word 文件' })).toContainText(visitRecord)
    await shot('22-word-in-force')
    await desk.takeBack()
  })

  await test.step('the doctor finds that the visit is not written; one click goes there', async () => {
    await front.changeTo(staff.mediator)
    await shot('29-today')
    await dossier.openCase(caseNumber)
    await shot('30-case')
    await dossier.open()
    await shot('31-dossier')
    await dossier.show('卷宗体检')
    await shot('32-findings')
    const missing = dossier.findings('没有回访记录')
    await expect(missing).toHaveCount(1)
    await missing.getByRole('button', { name: /^去改/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: `填写 ${visitRecord}` })).toBeVisible()
    const blank = (name: string) => page.getByRole('textbox', { name, exact: true })
    await blank('回访时间').fill('今天 9:30')
    await blank('回访方式').fill('电话')
    await blank('履行情况').fill('工资已经全部付清。')
    await keys.press('Tab')
    await expect(page.getByText(/已保存/)).toBeVisible()
    await shot('33-sheet')
    await dossier.back()
    await expect(dossier.part('卷宗体检')).toHaveAttribute('aria-selected', 'true')
    await expect(missing).toHaveCount(0)
  })

  await test.step('signatures that are on the paper after all are said once for the whole paper', async () => {
    const unsigned = dossier.findings('没有签字', '《人民调解受理登记表》')
    await expect(unsigned.first()).toBeVisible()
    await dossier.saysAllSigned('人民调解受理登记表')
    await expect(unsigned).toHaveCount(0)
    await shot('34-mended')
    await dossier.show('卷内文书')
    await expect(
      dossier.paper('人民调解受理登记表').getByRole('checkbox', { name: /^签名齐全/ }),
    ).toBeChecked()
    await dossier.paper('封底').getByRole('button', { name: '打开 封底' }).click()
    await expect(page.getByLabel('封底预览')).toContainText('本卷合计')
    await shot('35-back-cover')
    await dossier.back()
  })

  await test.step('from the page of the case to the printed volume in three interactions', async () => {
    await page.getByRole('button', { name: '返回' }).click()
    await expect(page.getByRole('button', { name: '打开卷宗' })).toBeVisible()
    keys.restart()
    await volume.printFromCase(() => shot('40-print-volume'))
    // M8
    expect(keys.count()).toBeLessThanOrEqual(3)
    await expect(volume.preview).toContainText('本卷合计')
    await expect(volume.preview).toContainText(addressee)
    await expect(volume.contents).toHaveCount(volumeOrder.length)
    await shot('41-volume')
    const jobs = await volume.follow()
    await shot('42-queue')
    for (const job of await jobs.all()) await expect(job).toContainText('打完了')
    await expect(page.getByRole('list', { name: '要处理的' })).toBeHidden()
    printed = await tray(trayOf(desk))
    await page.getByRole('button', { name: '返回' }).click()
    await volume.savePdf()
  })

  await test.step('the printer gave what the screen showed: all pages, numbered, each with its code', async () => {
    const pages = volumeOf(printed)
    const file = await desk.savedFile('.pdf')
    const shown = await pictures(file)
    expect(pages).toHaveLength(shown.length)
    expect(
      alikes(
        pages.map(({ image }) => image),
        shown,
      ),
    ).toEqual([...shown.keys()])
    expect([...new Set(pages.map(({ code }) => code?.form ?? ''))]).toEqual(volumeOrder)
    for (const { code } of pages) expect(code).toMatchObject({ caseNumber, version: 1 })
    // A number on every sheet but the boards, in order; further copies bear none.
    let last = 0
    const numbers = pages.map(({ code }) =>
      boards.includes(code?.form ?? '') ? '' : String((last += 1)),
    )
    expect(await pageTexts(await readFile(file), { top: 0, bottom: 48 })).toEqual(numbers)
    expect(pages.map(({ isNumbered }) => isNumbered)).toEqual(
      numbers.map((number) => number !== ''),
    )
    const copies = printed.filter((each) => !pages.includes(each))
    expect([...new Set(copies.map(({ code }) => code?.form))]).toEqual(['F04', 'F10'])
    expect(copies.some(({ isNumbered }) => isNumbered)).toBe(false)
    if (why === undefined) expect(copies.filter(isPage('F10', 1))).toHaveLength(2)
  })

  await test.step('scanned back with one page left out: exactly that page is named', async () => {
    const pages = volumeOf(printed)
    const leftOut = pages.find(isPage('F10', 2))
    if (!leftOut) throw new Error('the agreement has one page')
    await giveScans(desk, pages, leftOut)
    await dossier.openCase(caseNumber)
    await dossier.open()
    await dossier.show('扫描件')
    const lines = await dossier.addScans()
    await shot('50-scans')
    const missing = lines.filter((line) => !line.endsWith('已归位'))
    expect(missing).toEqual([`《${agreement}》还缺第 2 页，请找到这几页再扫`])
    expect(lines).toHaveLength(volumeOrder.length + missing.length)
    await expect(
      page.getByRole('heading', { name: `已归位的 ${pages.length - 1} 页` }),
    ).toBeVisible()
    await dossier.show('卷内文书')
    await expect(dossier.paper(agreement)).toContainText('扫描 1/2 页，缺第 2 页')
    await shot('51-missing')
    await desk.takeBack()
    await desk.give('补扫.jpg', Buffer.from(toJpeg(leftOut.image, 60)))
    await dossier.show('扫描件')
    expect(await dossier.addScans()).toEqual([`《${agreement}》第 2 页已归位`])
    await shot('52-complete')
    await page.getByRole('button', { name: `看扫描件 人民调解当事人权利义务告知书` }).click()
    await page.getByRole('button', { name: '放大看 扫描002.jpg 第 1 页' }).click()
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
    await shot('53-upside-down')
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await dossier.show('卷内文书')
    await expect(dossier.paper(agreement)).toContainText('扫描 2/2 页')
    await expect(page.getByRole('tabpanel').getByText(/扫描.*缺第/)).toHaveCount(0)
  })

  await test.step('printed once more it is the same version, with the same code', async () => {
    const before = await readdir(trayOf(desk))
    await dossier
      .paper(agreement)
      .getByRole('button', { name: `打开 ${agreement}` })
      .click()
    await page.getByLabel('份数').fill('1')
    await page.getByRole('button', { name: /^打印/ }).click()
    await expect(page.getByText('已送到打印机，1 份')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(/收下了/)).toBeVisible({ timeout: 30_000 })
    await shot('60-again')
    const again = await tray(trayOf(desk), before)
    const first = volumeOf(printed).filter(({ code }) => code?.form === 'F10')
    expect(again.map(codeText)).toEqual(first.map(codeText))
    await dossier.back()
    await expect(dossier.paper(agreement)).toContainText('2 页，第 1 版')
  })

  await test.step('at the window nobody sees what was said and agreed', async () => {
    await front.changeTo(staff.receptionist)
    await dossier.openCase(caseNumber)
    await expect(page.getByRole('button', { name: /^整卷打印/ })).toBeHidden()
    await dossier.open()
    await expect(page.getByText('这里只有登记时的文书')).toBeVisible()
    await expect(dossier.part('卷宗体检')).toBeHidden()
    await expect(dossier.paper('人民调解受理登记表')).toBeVisible()
    for (const title of [agreement, '人民调解记录', visitRecord])
      await expect(dossier.paper(title)).toHaveCount(0)
    await shot('70-receptionist')
    await dossier.show('扫描件')
    await expect(page.getByRole('button', { name: /^放大看/ })).toHaveCount(0)
    await shot('71-receptionist-scans')
    const caseId = idInAddress(page)
    await visit(page, `/cases/${caseId}/dossier?part=findings`)
    await expect(dossier.part('卷内文书')).toHaveAttribute('aria-selected', 'true')
    await visit(page, `/cases/${caseId}/volume`)
    await expect(page.getByText('这个案件不在您可以查看的范围内', { exact: false })).toBeVisible()
    await expect(volume.contents).toHaveCount(0)
    await shot('72-receptionist-volume')
  })
})
