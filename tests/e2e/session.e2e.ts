import {
  endForAnotherDay,
  markLines,
  offerInTheOpen,
  takeCaseOn,
  talkAlone,
  talkTogether,
} from './first-session.ts'
import { expect, test } from './fixtures.ts'
import {
  applicant,
  dayIn,
  head,
  mediator,
  openCentreWithDispute,
  refusalOfChange,
  respondent,
} from './neighbours.ts'
import { handsOn } from './pages/hands.ts'
import { textOfPdf } from './paper-files.ts'
import { verify, verifyPaper } from './store-file.ts'

const account = '户名张建国，云溪农村商业银行新兴支行，账号0000000000000000'
const breach = '任何一期逾期未付的，张建国可就全部未付款项一并要求支付'

test.use({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function asks for from this pattern
  prepare: async ({}, provide) => provide(openCentreWithDispute),
})

test('a dispute of two sessions, by keyboard only', async ({ desk }) => {
  test.setTimeout(240_000)
  const hands = handsOn(desk.page)
  const { page, keys, room, offers, agreement, shot, button, signIn, goHome } = hands
  /** The duty as the clause has it, due in so many days. */
  const deed = (days: number) => `${respondent}于${dayIn(days)}前（含当日）把卫生间防水重新做好。`
  const expectClauses = async (amounts: readonly string[], words: readonly string[]) => {
    await expect(agreement.amounts).toHaveCount(amounts.length)
    for (const [index, amount] of amounts.entries())
      await expect(agreement.amounts.nth(index)).toHaveValue(amount)
    await expect(agreement.clauses).toHaveCount(amounts.length + words.length)
    for (const [index, text] of words.entries())
      await expect(agreement.words(amounts.length + index + 1)).toHaveValue(text)
  }
  await keys.only()

  await test.step('the mediator takes the case on and tells the rights', () => takeCaseOn(hands))
  await test.step('joint talk: speakers alternate by Enter alone', () => talkTogether(hands))
  await test.step('marks, an undisputed fact, a concession', () => markLines(hands))
  await test.step('two offers in front of both sides', () => offerInTheOpen(hands))
  await test.step('alone with one side: a sealed line, a private note, an offer in confidence', () =>
    talkAlone(hands))
  await test.step('together again, a break, another day', () => endForAnotherDay(hands))
  await test.step('the board of today leads into the second session', async () => {
    await goHome()
    await expect(button(/^开始谈话/)).toBeVisible()
    await shot('22-board')
    keys.restart()
    await keys.press('Control+Enter')
    await expect(page.getByLabel('地点')).toBeVisible()
    await keys.press('Control+Enter')
    await expect(page.getByText('先告知权利义务')).toBeVisible()
    await keys.press('Control+Enter')
    await room.expectSpeaker(mediator)
    await goHome()
    await expect(button(/^继续谈话/)).toBeVisible()
    keys.restart()
    await keys.press('Control+Enter')
    await room.expectSpeaker(mediator)
    // M2: from the board into the room
    expect(keys.count()).toBe(1)
    await shot('23-second')
  })

  await test.step('a release, a counter-offer and a package that both accept', async () => {
    await offers.show()
    await offers.release(3)
    await keys.press('Escape')
    await room.turn()
    await expect(room.turned).toContainText('12,000')
    await room.turnBack()
    await keys.press('Alt+2')
    await keys.words(`那就一万五，${dayIn(40)}前付清。`)
    await offers.show()
    await offers.counter(3)
    await offers.read()
    await expect(offers.total()).toHaveValue('15,000.00')
    await offers.record(4)
    await keys.press('Escape')
    await room.next()
    await keys.press('Alt+1')
    await keys.words(
      `一共一万三千五，${dayIn(15)}前先付六千，余款分三个月付清；李秀英${dayIn(30)}前把卫生间防水重新做好。`,
    )
    await offers.show()
    await offers.begin()
    await offers.read()
    await expect(offers.total()).toHaveValue('13,500.00')
    await offers.choose('谁提出的', '3', '调解员方案')
    const form = offers.dialog
    await keys.tabTo(form.getByLabel('付的是什么钱'))
    await keys.words('吊顶和墙面的修缮费')
    await keys.tabTo(form.getByRole('combobox', { name: '怎么付' }))
    await keys.words('银行')
    await keys.press('Enter')
    await keys.tabTo(form.getByLabel('收款账户'))
    await keys.words(account)
    await keys.push(offers.button('加一项其他'))
    await keys.tabTo(form.getByRole('group', { name: '第 3 项：其他' }).getByLabel('内容'))
    await keys.words(breach)
    await shot('24-package')
    await offers.record(5)
    await offers.yes(5, applicant)
    await offers.yes(5, respondent)
    await expect(offers.card(5).getByText('双方已同意')).toBeVisible()
    await shot('25-agreed')
    await keys.press('Escape')
    await room.next()
  })

  await test.step('the agreement grows out of it and goes to the head', async () => {
    await expect(room.line).toBeFocused()
    keys.restart()
    await keys.press('Control+Enter')
    await expect(page.getByRole('dialog', { name: '结束谈话，形成协议' })).toBeVisible()
    await keys.press('Control+Enter')
    await expect(page.getByLabel('各方责任')).toBeFocused()
    await keys.words('李秀英家卫生间漏水造成损失，应当赔偿并修好防水。')
    await keys.press('Control+Enter')
    await expect(page.getByLabel('履行方式')).toBeFocused()
    await keys.press('Shift+Tab')
    await expect(button('按付款条款填写')).toBeFocused()
    await keys.press('Enter')
    await expect(page.getByLabel('履行方式')).toBeFocused()
    await expect(page.getByLabel('履行方式')).toHaveValue(/分4期付清/)
    await expectClauses(['13,500.00'], [deed(30), `${breach}。`])
    await shot('30-agreement')
    await keys.press('Control+Enter')
    await expect(page.getByText('已送审，等主任审批')).toBeVisible()
    // M4: from 形成协议 to the head, wording and reading apart
    expect(keys.count()).toBeLessThanOrEqual(10)
    await shot('31-submitted')
  })

  await test.step('a change by hand shows beside the package', async () => {
    await keys.push(button('撤回送审'))
    await keys.tabTo(agreement.words(2))
    await keys.press('Control+End')
    await keys.words('材料由李秀英挑选。')
    await expect(agreement.clause(2).getByText('已改动：文字')).toBeVisible()
    await expect(page.getByText('协议和谈定的方案不一样')).toBeVisible()
    await shot('32-by-hand')
    await keys.push(button('去方案台账'), { back: true })
    await expect(page.getByRole('heading', { name: '方案台账' })).toBeVisible()
  })

  await test.step('both agree to a new version: in step, and one conflict on both screens', async () => {
    await offers.counter(5)
    await offers.read(`${dayIn(15)}前先付六千，余款七千分三个月付清。`)
    await expect(offers.total()).toHaveValue('13,000.00')
    await offers.choose('谁提出的', '1', applicant)
    const duty = offers.dialog.getByRole('group', { name: '第 2 项：做某事' })
    await keys.rewrite(duty.getByRole('textbox', { name: '哪天前做好' }), dayIn(45))
    await shot('33-new-version')
    await offers.record(6)
    await offers.yes(6, respondent)
    const beside = page.getByRole('region', { name: '和协议书对一对' })
    await expect(beside.getByText('方案变了，协议书里的文字改过')).toBeVisible()
    await shot('34-ledger-conflict')
    await keys.push(button('打开协议书'), { back: true })
    await expectClauses(['13,000.00'], [`${deed(30)}材料由李秀英挑选。`, `${breach}。`])
    await expect(agreement.clause(1).getByText('与方案一致')).toBeVisible()
    await expect(agreement.clause(2).getByText('方案和这里都改过：文字')).toBeVisible()
    await agreement.previewed('13,000.00')
    await shot('35-agreement-conflict')
    await keys.push(button('按方案改回'))
    await expect(page.getByRole('dialog', { name: '按方案改回' })).toBeVisible()
    await keys.press('Control+Enter')
    await expect(page.getByText('协议和谈定的方案不一样')).toBeHidden()
    await expectClauses(['13,000.00'], [deed(45), `${breach}。`])
    await keys.press('Control+Enter')
    await expect(page.getByText('已送审，等主任审批')).toBeVisible()
    await keys.push(button('版本对照'), { back: true })
    await expect(page.getByText(/^改动 \d+ 处/)).toBeVisible()
    await shot('36-versions')
  })

  await test.step('the head sees what changed, approves and prints', async () => {
    await keys.press('Control+l')
    await signIn(head)
    await keys.push(button('去审批'))
    await expect(page.getByRole('region', { name: '与上次送审相比' })).toContainText(/改了 \d+ 处/)
    await expect(button(/^同意并打印 3 份/)).toBeVisible()
    await agreement.previewed('13,000.00')
    await shot('40-review')
    await keys.press('Control+Enter')
    await expect(button(/^打印/)).toBeFocused()
    await keys.press('Enter')
    await expect(page.getByText('已送到打印机，3 份')).toBeVisible({ timeout: 30_000 })
  })

  await test.step('read back: a yes of each party to each piece', async () => {
    await keys.press('Control+l')
    await signIn(mediator)
    await keys.push(button(new RegExp(`${applicant}.*${respondent}`)))
    await expect(button(/^登记签署/)).toBeVisible()
    await keys.press('Control+Enter')
    await keys.push(button('念给各方听'), { back: true })
    await expect(page.getByText(/^第 1 段 \/ 共/)).toBeVisible()
    await keys.press('Alt+1')
    await expect(
      page.getByRole('button', { name: `${applicant} 认可`, pressed: true }),
    ).toBeVisible()
    await keys.press('Alt+2')
    await expect(
      page.getByRole('button', { name: `${respondent} 认可`, pressed: true }),
    ).toBeVisible()
    await shot('41-read-back')
    await keys.press('ArrowRight')
    const pieces = Number(
      /共 (\d+) 段/.exec(await page.locator('.read-back-head').innerText())?.[1],
    )
    expect(pieces).toBeGreaterThan(3)
    for (let piece = 2; piece <= pieces; piece += 1) {
      await expect(
        page.getByText(`第 ${piece} 段 / 共 ${pieces} 段，${piece - 1} 段各方都已认可`),
      ).toBeVisible()
      await keys.press('Control+Enter')
    }
    await expect(page.getByText('各方对每一段都认可了')).toBeVisible()
    await shot('42-read')
  })

  await test.step('one signs on the screen, the others on paper; then it is locked', async () => {
    await keys.press('Alt+ArrowLeft')
    await keys.push(button(`在屏幕上签：当事人 ${applicant}`))
    await agreement.drawName()
    await shot('43-pad')
    await keys.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    const byHand = page.getByRole('group', { name: `当事人 ${respondent}` })
    await keys.tabTo(byHand.getByLabel('签名', { exact: true }))
    await keys.press('Space')
    await keys.tabTo(byHand.getByLabel('指印', { exact: true }))
    await keys.press('Space')
    await expect(byHand.getByLabel('指印', { exact: true })).toBeChecked()
    await keys.press('Alt+t')
    await shot('44-signing')
    await keys.press('Control+Enter')
    await expect(page.getByText(/^协议自.*起生效/).first()).toBeVisible()
    await expect(button(/^登记签署/)).toBeHidden()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await shot('45-signed')
    await keys.push(button('看协议书'), { back: true })
    await expect(page.getByText(/^已签署，/)).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
    await expect(button(/^送审/)).toBeHidden()
    await keys.press('Control+p')
    await expect(button('存 PDF')).toBeEnabled()
    await keys.push(button('存 PDF'))
    await expect(page.getByText(/\.pdf/)).toBeVisible()
    await keys.push(button('存 Word'))
    await expect(page.getByText(/\.docx/)).toBeVisible()
    await shot('46-paper')
    expect(await keys.pointerPresses()).toBe(0)
    keys.release()
  })

  await test.step('no word can be changed any more, and the code on the paper proves it', async () => {
    const pdf = await desk.savedFile('.pdf')
    const word = await desk.savedFile('.docx')
    await desk.quit()
    expect(await refusalOfChange(desk.store)).toBe('agreements.frozen')
    const code = /核验码([0-9A-Z]{4}(?:-[0-9A-Z]{1,4})+)/.exec(await textOfPdf(pdf))?.[1] ?? ''
    expect(code).not.toBe('')
    for (const file of [pdf, word])
      expect(verifyPaper(desk.store, { code, file })).toMatchObject({
        exit: 0,
        found: true,
        unchanged: true,
        differences: [],
        chain: 'vouched',
      })
    expect(verify(desk.store)).toEqual({ exit: 0, clean: true })
  })
})
