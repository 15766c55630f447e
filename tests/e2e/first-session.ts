import { expect } from '@playwright/test'
import { applicant, dayIn, mediator, respondent } from './neighbours.ts'
import type { Hands } from './pages/hands.ts'

const secret = {
  line: '说实话，一万二以内我都能接受，别告诉他。',
  note: '李秀英的底是一万二，丈夫不知道。',
}

/** Neither on the turned screen nor anywhere behind it. */
async function expectNothingSealed({ page, room }: Pick<Hands, 'page' | 'room'>): Promise<void> {
  const shown = await room.turned.innerText()
  for (const word of [...Object.values(secret), '六千', '6,000', '12,000', '单独', '让步'])
    expect(shown).not.toContain(word)
  expect(shown).toContain('18,000')
  const whole = await page.content()
  for (const word of Object.values(secret)) expect(whole).not.toContain(word)
}

/** The mediator takes the case on and tells the rights. */
export async function takeCaseOn({ page, keys, room, shot, button, signIn }: Hands): Promise<void> {
  await signIn(mediator)
  await keys.push(button(new RegExp(`${applicant}.*${respondent}`)))
  await expect(button(/^接收|^接案|^接手/)).toBeVisible()
  await keys.press('Control+Enter')
  await expect(button(/^开始谈话/)).toBeVisible()
  await keys.press('Control+Enter')
  await expect(page.getByLabel('地点')).toBeVisible()
  await keys.press('Control+Enter')
  await expect(page.getByText('先告知权利义务')).toBeVisible()
  await keys.press('Control+Enter')
  await room.expectSpeaker(mediator)
  await shot('10-room')
}

/** Joint talk: speakers alternate by Enter alone. */
export async function talkTogether({ keys, room, shot }: Hands): Promise<void> {
  await keys.words('/gz')
  await keys.press('Space')
  await expect(room.line).toHaveValue(/^调解开始前/)
  await keys.press('Enter')
  await room.expectSpeaker(applicant)
  keys.restart()
  const talk = [
    [applicant, '听清楚了。她家卫生间防水坏了，我家客厅吊顶全湿。'],
    [mediator, '什么时候开始漏的？'],
    [applicant, '上个月中旬开始，现在墙面也发霉了。'],
    [mediator, '修缮要多少钱，有报价吗？'],
    [applicant, '装修公司报价一万八，有报价单。'],
    [mediator, '李秀英，您怎么看？'],
  ] as const
  for (const [speaker, text] of talk) {
    await room.expectSpeaker(speaker)
    await room.say(text)
  }
  // M3: nothing but one Enter for each line
  expect(keys.count()).toBe(talk.length)
  await room.expectSpeaker(respondent)
  await shot('11-joint')
}

/** Marks, an undisputed fact, a concession. */
export async function markLines({ page, keys, room, shot, button }: Hands): Promise<void> {
  await room.say('漏水是我家卫生间的，这个我认。', 'Control+m', 'Control+1')
  await expect(button('放进清单')).toBeVisible()
  await keys.press('Control+7')
  await expect(button('放进清单')).toBeFocused()
  await keys.press('Enter')
  for (const name of [applicant, respondent]) {
    const group = page.getByRole('radiogroup', { name, exact: true })
    await keys.tabTo(group.getByRole('radio', { name: '认可', exact: true }))
    await keys.press('1')
    await expect(group.getByRole('radio', { name: '认可', exact: true })).toBeChecked()
  }
  await expect(page.getByText('各方都认可')).toBeVisible()
  await shot('12-facts')
  await keys.press('Escape')
  await keys.press('Alt+3')
  await room.expectSpeaker(respondent)
  await room.say('只要今天能谈好，误工的损失我也不计较。', 'Control+4')
}

/** Two offers in front of both sides. */
export async function offerInTheOpen({ keys, room, offers, shot }: Hands): Promise<void> {
  await keys.press('Alt+2')
  await keys.words(`我要一万八，${dayIn(20)}前一次付清。`)
  await offers.show()
  await offers.begin()
  await offers.read()
  await expect(offers.total()).toHaveValue('18,000.00')
  await shot('13-offer-editor')
  await offers.record(1)
  await keys.press('Escape')
  await room.next()
  await keys.press('Alt+3')
  await keys.words(`最多八千，${dayIn(20)}前付清。`)
  await offers.show()
  await offers.counter(1)
  await offers.read()
  await expect(offers.total()).toHaveValue('8,000.00')
  await offers.record(2)
  await shot('14-offers')
  await keys.press('Escape')
  await room.next()
}

/** Alone with one side: a sealed line, a private note, an offer in confidence. */
export async function talkAlone({ page, keys, room, offers, shot }: Hands): Promise<void> {
  await room.talkWith(2, new RegExp(`单独谈话.*${respondent}`))
  await room.expectSpeaker(mediator, { alone: true })
  await room.say('这里只有我们两个人，您心里的底是多少？')
  await room.expectSpeaker(respondent, { alone: true })
  await keys.words(secret.line)
  await keys.press('Enter')
  await keys.press('Alt+3')
  await keys.words(`同意${dayIn(15)}前先付六千，余款六千分三个月付清。`)
  await offers.show()
  await offers.begin()
  await expect(offers.dialog.getByRole('radio', { name: `只有${respondent}知道` })).toBeChecked()
  await offers.read()
  await expect(offers.total()).toHaveValue('12,000.00')
  await shot('15-offer-in-confidence')
  await offers.record(3)
  await expect(offers.card(3).getByText(`只告诉了${respondent}（未转告）`)).toBeVisible()
  await offers.withdraw(2)
  await shot('16-separate')
  await keys.press('Control+8')
  await expect(page.getByLabel('私密备注', { exact: true })).toBeFocused()
  await keys.words(secret.note)
  await expect(page.getByLabel('备注保存情况')).toHaveText(/^已保存/)
  await shot('17-private-note')
  await keys.press('Escape')
  await room.turn()
  await expectNothingSealed({ page, room })
  await shot('18-turned')
  await room.turnBack()
  await room.next()
}

/** Together again, a break, another day. */
export async function endForAnotherDay({ page, keys, room, shot, button }: Hands): Promise<void> {
  await room.talkWith(0, /双方谈话/)
  await keys.press('F8')
  await expect(room.now).toHaveText(/休会/)
  await shot('19-break')
  await keys.press('F8')
  await expect(room.now).toHaveText(/双方谈话/)
  await room.expectSpeaker(applicant)
  await keys.press('Alt+1')
  await room.expectSpeaker(mediator)
  await room.say('今天先谈到这里，请两位回去再想想。')
  await room.turn()
  await expectNothingSealed({ page, room })
  await room.turnBack()
  await keys.push(button('结束谈话'))
  await expect(page.getByRole('dialog', { name: '结束谈话' })).toBeVisible()
  await keys.press('3')
  await keys.tabTo(page.getByLabel('下次什么时候、要准备什么'))
  await keys.words('三天后上午九点，带修缮报价单。')
  await shot('20-end')
  await keys.press('Control+Enter')
  await expect(button(/^打印笔录/)).toBeFocused()
  await shot('21-ended')
}
