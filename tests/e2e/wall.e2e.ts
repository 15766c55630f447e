import { basename, dirname, join } from 'node:path'
import { expect, test, type Desk } from './fixtures.ts'
import { filesBelow, leakingFiles, marksIn, marksOn, visit } from './leaks.ts'
import { FrontPage } from './pages/front-page.ts'
import { TalkPage } from './pages/talk-page.ts'
import { caseNumber, firm, idInAddress, registerWageCase, worker } from './pages/wage-case.ts'
import { everythingInWord, textOfPdf } from './paper-files.ts'
import { tanxin } from './store-file.ts'

const centre = '织里镇人民调解委员会'
/** What must never come out. */
const sealed = {
  worker: '海棠暗号甲七只告诉你',
  firm: '青釉密语乙九切莫外传',
  notes: '私册丙三八孤灯残棋',
  term: '秘约丁五霜桥夜渡舟',
  condition: '前提戊六云杉折柳枝',
  note: '自记己二麦浪寒鸦归',
  late: '未发庚四竹筏听潮声',
  draft: '半稿癸九松烟入砚池',
  unsaved: '悬笔子五雪落无声处',
}
const secrets = Object.values(sealed)
/** Heard by both sides, and not to be used: stays out of papers. */
const concession = '让步辛八石径听泉响'
/** Heard by both sides: must be found, or the search is blind. */
const open = '明话壬一双方同闻鼓'
/** What nobody but the mediator of the case, and no paper, may have. */
const hidden = [...secrets, concession]

test('what is said behind the wall comes out nowhere', async ({ desk }) => {
  test.setTimeout(600_000)
  let { page } = desk
  let front = new FrontPage(page)
  let talk = new TalkPage(page)
  let caseId = ''
  let sessionId = ''
  let agreementId = ''
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const restarted = () => {
    page = desk.page
    front = new FrontPage(page)
    talk = new TalkPage(page)
  }

  await test.step('a centre with all its people and a case', async () => {
    await front.setUp({ fullName: centre, shortName: '织人调', head: '沈主任' })
    await page.getByRole('link', { name: '设置' }).click()
    await page.getByText('人员', { exact: true }).first().click()
    await front.addPerson('周小梅', '窗口登记员')
    await front.addPerson('吴美兰', '调解员')
    await front.addPerson('郑立新', '调解员')
    await front.addPerson('孙律师', '志愿律师')
    await front.addPerson('钱管理', '系统管理员')
    await front.changeTo('周小梅')
    await registerWageCase(page, '吴美兰')
  })

  await test.step('words in front of both sides', async () => {
    await front.changeTo('吴美兰')
    await page.getByText(new RegExp(worker)).first().click()
    await press(/^(接收|接案|接手)/)
    caseId = idInAddress(page)
    await press(/^开始谈话/)
    await press(/^开始/)
    await press(/^已告知/)
    await expect(talk.line).toBeFocused()
    sessionId = idInAddress(page)
    await talk.say(2, open, 'Control+m', 'Control+1')
    await talk.say(3, concession, 'Control+m', 'Control+4')
    await page.getByRole('button', { name: '放进清单' }).click()
    await expect(page.getByRole('button', { name: '撤下这一条' })).toBeVisible()
  })

  await test.step('words and an offer of one side alone', async () => {
    await talk.talkWith(1, /单独谈话/)
    await talk.say(2, sealed.worker, 'Control+m', 'Control+1')
    await talk.beginOffer({
      term: sealed.term,
      condition: sealed.condition,
      note: sealed.note,
      by: new RegExp(worker),
    })
    expect(await marksOn(desk, secrets)).toContain(sealed.term)
    await talk.turn()
    expect(await marksOn(desk, [...secrets, open])).toEqual([open])
    await talk.turnBack()
    await talk.showOffers()
    await page.keyboard.press('F9')
    await talk.recordOffer(sealed.term)
    await talk.turn()
    expect(await marksOn(desk, [...secrets, open])).toEqual([open])
    await talk.turnBack()
  })

  await test.step('words of the other side alone, and private notes', async () => {
    await talk.talkWith(2, new RegExp(`单独谈话.*${firm}`))
    await talk.say(3, sealed.firm, 'Control+m')
    await talk.write(sealed.notes)
    await talk.turn()
    expect(await marksOn(desk, [...secrets, open])).toEqual([open])
    await talk.turnBack()
  })

  await test.step('a lock while both sides look on does not turn the screen back', async () => {
    await talk.turn()
    await page.keyboard.press('Control+l')
    await front.enterPassword('吴美兰')
    await expect(page.getByRole('region', { name: '给双方看的画面' })).toBeVisible()
    expect(await marksOn(desk, [...secrets, open])).toEqual([open])
    await talk.turnBack()
    await expect.poll(() => marksOn(desk, [sealed.worker])).toEqual([sealed.worker])
  })

  await test.step('an offer told in confidence, and one that is not finished', async () => {
    await talk.talkWith(0, /双方谈话/)
    const dialog = await talk.beginOffer({ term: sealed.late, by: new RegExp(worker) })
    await dialog.getByRole('radio', { name: `只有${worker}知道` }).check()
    await talk.recordOffer(sealed.late)
    await talk.beginOffer({ term: sealed.draft })
    await talk.putOfferAside()
    await talk.turn()
    expect(await marksOn(desk, [...secrets, open])).toEqual([open])
    await talk.turnBack()
  })

  await test.step('an offer begun beside a line of a separate talk stays in that talk', async () => {
    await talk.discardOffer()
    const whispered = page.locator('.session-row[data-sealed] textarea').first()
    await expect(whispered).toHaveValue(sealed.worker)
    await whispered.click()
    await page.keyboard.press('F9')
    const dialog = page.getByRole('dialog', { name: '记一个方案' })
    await expect(dialog.getByLabel('把对方的话打在这里')).toHaveValue(sealed.worker)
    await expect(dialog.getByRole('radio', { name: `只有${worker}知道` })).toBeChecked()
    await dialog.getByRole('button', { name: '不要了' }).click()
  })

  await test.step('page and app crash; the mediator finds everything again', async () => {
    const crashDumps = await desk.app.evaluate(({ app }) => app.getPath('crashDumps'))
    expect(crashDumps.startsWith(desk.data)).toBe(true)
    const crashed = page.waitForEvent('crash')
    const line = await page.context().newCDPSession(page)
    void line.send('Page.crash').catch(() => undefined)
    await crashed
    await desk.crashAndRestart()
    restarted()
    await front.signIn('吴美兰')
    await expect(talk.line).toBeVisible()
    const kept = secrets.filter((mark) => mark !== sealed.draft && mark !== sealed.unsaved)
    await talk.showOffers()
    await expect.poll(() => marksOn(desk, secrets)).toEqual(kept)
  })

  await test.step('a crash of the store with unsaved words: the next person gets none of them', async () => {
    await talk.talkWith(1, /单独谈话/)
    await talk.beginOffer({ term: sealed.draft })
    await talk.putOfferAside()
    await talk.toLine()
    const core = await coreOf(desk)
    process.kill(core, 'SIGSTOP')
    await page.keyboard.insertText(sealed.unsaved)
    await expect(page.getByText('正在保存').first()).toBeVisible()
    process.kill(core, 'SIGSEGV')
    process.kill(core, 'SIGCONT')
    await expect(page.getByRole('button', { name: /沈主任/ })).toBeVisible({ timeout: 30_000 })
    expect(await marksOn(desk, [...secrets, open])).toEqual([])
    await front.signIn('沈主任')
    await visit(page, `/sessions/${sessionId}`)
    await expect(talk.line).toBeVisible()
    expect(await marksOn(desk, [...secrets, open])).toEqual([open])
    await front.changeTo('吴美兰')
    await visit(page, `/sessions/${sessionId}`)
    await expect(talk.line).toBeVisible()
    await talk.showOffers()
    const kept = secrets.filter((mark) => mark !== sealed.draft)
    await expect.poll(() => marksOn(desk, kept)).toEqual(kept)
  })

  await test.step('an agreement, submitted and approved', async () => {
    await talk.talkWith(0, /双方谈话/)
    await talk.discardOffer()
    await page.keyboard.press('F9')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /调解员方案/ }).check()
    await dialog.getByLabel('一共付多少').fill('14400')
    await dialog.getByRole('textbox', { name: '哪天前付清' }).fill('三十天后')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await press(`记${worker}同意`)
    await press(`记${firm}同意`)
    await expect(page.getByText('双方已同意')).toBeVisible()
    await talk.toLine()
    await page.keyboard.press('Control+Enter')
    await press('结束并写协议')
    await expect(page.getByRole('button', { name: /^送审/ })).toBeVisible()
    agreementId = idInAddress(page)
    await page.getByLabel('各方责任').fill('晨星童装没有按时支付工资，应当支付。')
    await page.getByLabel('支付方式').click()
    await page.getByTitle('银行转账').last().click()
    await page.getByLabel('收款账户').fill('陈志强 中国农业银行织里支行 6228480000000000000')
    await page.getByLabel('履行方式').last().fill('银行转账')
    await page.getByLabel('履行期限').fill('按第一条的日期付清')
    await page.getByLabel('履行地点').fill('织里镇')
    for (const why of await page.getByLabel('为什么可以这样写').all()) await why.fill('双方同意')
    await expect(page.getByRole('button', { name: /^送审/ })).toBeEnabled()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/等.*审批|已送审/).first()).toBeVisible()
    await front.changeTo('沈主任')
    await page.getByRole('link', { name: /审批/ }).click()
    await expect(page.getByRole('button', { name: /^同意并打印/ })).toBeVisible()
    expect(await marksOn(desk, hidden)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('button', { name: '存 Word' })).toBeVisible()
  })

  const addresses = () => [
    '/',
    '/cases',
    `/cases/${caseId}`,
    `/cases/${caseId}/offers`,
    `/cases/${caseId}/agreement-versions`,
    `/sessions/${sessionId}`,
    `/agreements/${agreementId}`,
    `/agreements/${agreementId}/signing`,
    `/read-back/minutes/${sessionId}`,
    `/read-back/agreement/${agreementId}`,
    '/reviews',
    '/settings/body',
    '/settings/users',
    '/settings/backups',
    '/settings/recordings',
    '/settings/audit',
  ]

  await test.step('nobody else finds a word of it on any page', async () => {
    for (const person of ['沈主任', '郑立新', '周小梅', '孙律师', '钱管理']) {
      await front.changeTo(person)
      expect(await marksOn(desk, [...hidden, open]), `${person} 今日`).toEqual([])
      for (const address of addresses()) {
        await visit(page, address)
        // The head may read the shared record, and what was conceded before both sides is part of that.
        const mayRead = person === '沈主任' && address.startsWith('/sessions/') ? [concession] : []
        expect(await marksOn(desk, hidden), `${person} ${address}`).toEqual(mayRead)
      }
    }
    await front.changeTo('沈主任')
    await visit(page, `/sessions/${sessionId}`)
    expect(await marksOn(desk, [open])).toEqual([open])
  })

  await test.step('no search finds the case by it', async () => {
    for (const person of ['沈主任', '吴美兰']) {
      await front.changeTo(person)
      await visit(page, '/cases')
      await page.getByText('全部', { exact: true }).click()
      for (const mark of [...hidden, open]) {
        await page.getByLabel('查找').fill(mark)
        await expect(page.getByText(`没有找到“${mark}”`)).toBeVisible()
        await expect(page.getByText(caseNumber)).toHaveCount(0)
      }
      await page.getByLabel('查找').fill(worker)
      await expect(page.getByText(caseNumber).first()).toBeVisible()
    }
  })

  await test.step('the mediator of the case reads on in the ended session', async () => {
    await visit(page, `/sessions/${sessionId}`)
    const said = [sealed.worker, sealed.firm, sealed.unsaved, open, concession]
    await expect.poll(() => marksOn(desk, said)).toEqual(said)
  })

  await test.step('every paper, printed and saved by the one who knows it all', async () => {
    const papers = [
      `f03/${caseId}`,
      `f04/${caseId}`,
      `receipt/${caseId}`,
      `undisputedFacts/${caseId}`,
      `f09/${sessionId}`,
      `f10/${agreementId}`,
    ]
    for (const paper of papers) {
      await visit(page, `/papers/${paper}`)
      await press(/^打印/)
      await expect(page.getByText(/^已送到打印机/)).toBeVisible({ timeout: 60_000 })
      await press('存 PDF')
      await expect(page.getByText(/\.pdf$/)).toBeVisible({ timeout: 60_000 })
      await press('存 Word')
      await expect(page.getByText(/\.docx$/)).toBeVisible()
      expect(await marksOn(desk, hidden), paper).toEqual([])
    }
    const files = filesBelow(desk.rehearsal)
    const [pdf, word] = ['.pdf', '.docx'].map((ending) =>
      files.filter((file) => file.endsWith(ending)),
    )
    expect([pdf?.length, word?.length]).toEqual([papers.length * 2, papers.length])
    const withOpen = new Set<string>()
    for (const file of files) {
      const text = file.endsWith('.pdf') ? await textOfPdf(file) : await everythingInWord(file)
      expect(marksIn(text, hidden), file).toEqual([])
      if (text.includes(open)) withOpen.add(basename(file).replace(/(?: x1)?\.\w+$/, ''))
    }
    // The minutes and the facts, each printed and in both files.
    expect(withOpen.size).toBe(2)
  })

  await test.step('nothing lies in the files of the app, its logs, its crash dumps, its backups', async () => {
    await front.changeTo('沈主任')
    await visit(page, '/settings/backups')
    await press(/U ?盘|别处|其他位置/)
    await expect
      .poll(() => filesBelow(desk.rehearsal).filter((file) => file.endsWith('.tanxin')).length)
      .toBe(1)
    await desk.quit()
    const out = (name: string) => join(desk.rehearsal, name)
    const commands = [
      ['cases'],
      ['cases', '--user', '吴美兰'],
      ['agreement', '--case', caseId, '--out', out('cli.docx')],
      ['agreement', '--case', caseId, '--out', out('mediator.docx'), '--user', '吴美兰'],
      ['agreement', '--case', sessionId, '--out', out('none.docx'), '--user', '吴美兰'],
      ['backup', '--out', out('cli.tanxin')],
      ['verify'],
    ]
    const told = commands.map(([verb = '', ...options]) => tanxin(desk.store, verb, ...options))
    expect(told.map(({ exit }) => exit)).toEqual([0, 0, 0, 0, 1, 0, 0])
    for (const { output } of told) expect(marksIn(output, hidden)).toEqual([])
    for (const name of ['cli.docx', 'mediator.docx'])
      expect(marksIn(await everythingInWord(out(name)), hidden), name).toEqual([])

    const folder = dirname(desk.data)
    expect(filesBelow(folder).filter((file) => file.endsWith('.log')).length).toBeGreaterThan(0)
    expect(leakingFiles(folder, [...hidden, open])).toEqual([])
    // What may lie there in plain words is found by the same search, in whatever form.
    expect(leakingFiles(folder, [centre]).length).toBeGreaterThan(0)
    for (const form of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
      const written =
        form === 'base64' || form === 'hex'
          ? Buffer.from(Buffer.from(`x${open}y`).toString(form))
          : Buffer.from(`x${open}y`, form)
      expect(marksIn(written, [open]), form).toEqual([open])
    }
  })
})

/** The process that holds the opened store. */
async function coreOf({ app }: Desk): Promise<number> {
  const metrics = await app.evaluate(({ app: running }) => running.getAppMetrics())
  const core = metrics.find(({ name, serviceName }) => [name, serviceName].includes('Tanxin core'))
  if (!core) throw new Error('no core')
  return core.pid
}
