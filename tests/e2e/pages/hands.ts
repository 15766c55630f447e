import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { AgreementPage } from './agreement-page.ts'
import { password } from './front-page.ts'
import { Keys } from './keys.ts'
import { OffersPage } from './offers-page.ts'
import { RoomPage } from './room-page.ts'

const pictures =
  process.env['TANXIN_PICTURES'] ??
  join(import.meta.dirname, '..', '..', '..', 'test-results', 'pictures')

export type Hands = ReturnType<typeof handsOn>

/** Two hands on the keyboard of this window, and what they know of the product. */
export function handsOn(page: Page) {
  const keys = new Keys(page)
  const room = new RoomPage(keys)
  const offers = new OffersPage(keys)
  const agreement = new AgreementPage(keys)
  const shot = (name: string) => page.screenshot({ path: join(pictures, `session-${name}.png`) })
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const signIn = async (name: string) => {
    await keys.push(button(new RegExp(`^${name}`)))
    await expect(page.getByLabel(`${name}的密码`)).toBeFocused()
    await keys.fill(password)
    await keys.press('Enter')
    await expect(page.getByRole('navigation', { name: '主要页面' })).toBeVisible()
  }
  const goHome = async () => {
    await keys.push(page.getByRole('link', { name: '今日' }))
    await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible()
  }
  return { page, keys, room, offers, agreement, shot, button, signIn, goHome }
}
