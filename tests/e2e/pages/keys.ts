import { expect, type Locator, type Page } from '@playwright/test'

/** What a hand on the mouse, or a test that cheats, would call. */
const byHand = [
  'click',
  'dblclick',
  'tap',
  'hover',
  'fill',
  'clear',
  'check',
  'uncheck',
  'setChecked',
  'selectOption',
  'selectText',
  'setInputFiles',
  'dragTo',
  'dragAndDrop',
  'focus',
  'blur',
  'dispatchEvent',
  'press',
  'pressSequentially',
  'type',
] as const
const ofMouse = ['move', 'down', 'up', 'click', 'dblclick', 'wheel'] as const

/** Replaces methods by ones that throw; answers how to put the old ones back. */
function forbid(object: object, names: readonly string[]): () => void {
  const kept = names.flatMap((name) => {
    const method: unknown = Reflect.get(object, name)
    return typeof method === 'function' ? [{ name, method }] : []
  })
  for (const { name } of kept)
    Reflect.set(object, name, () => {
      throw new Error(`keyboard only: ${name} is a thing of the mouse`)
    })
  return () => {
    for (const { name, method } of kept) Reflect.set(object, name, method)
  }
}

const prototypeOf = (object: object): object => {
  const found: unknown = Object.getPrototypeOf(object)
  if (typeof found !== 'object' || found === null) throw new TypeError('no prototype')
  return found
}

/**
 * Two hands on a keyboard and nothing else. Counts as ux.md §3.1 does: a key or a chord is one
 * interaction, a field filled is one; wording is apart.
 */
export class Keys {
  readonly page: Page
  #count = 0
  #release: (() => void)[] = []

  constructor(page: Page) {
    this.page = page
  }

  /** From here on every call of the mouse throws, and the page counts what pointers do. */
  async only(): Promise<void> {
    this.#forbid()
    await this.page.evaluate(() => {
      Reflect.set(window, 'pointerPresses', 0)
      document.addEventListener(
        'pointerdown',
        ({ target }) => {
          if (target instanceof HTMLCanvasElement) return
          Reflect.set(window, 'pointerPresses', Number(Reflect.get(window, 'pointerPresses')) + 1)
        },
        true,
      )
    })
  }

  #forbid(): void {
    const { page } = this
    this.#release = [
      forbid(prototypeOf(page.locator('html')), byHand),
      forbid(prototypeOf(page), byHand),
      forbid(page.mouse, ofMouse),
    ]
  }

  release(): void {
    for (const back of this.#release) back()
    this.#release = []
  }

  /** A pen on the pad: the one thing no keyboard can do. */
  async withPen(draw: () => Promise<void>): Promise<void> {
    this.release()
    try {
      await draw()
    } finally {
      this.#forbid()
    }
  }

  /** Presses of any pointer since `only`, on anything but the pad. */
  pointerPresses(): Promise<number> {
    return this.page.evaluate(() => Number(Reflect.get(window, 'pointerPresses')))
  }

  /** Interactions since `restart`. */
  count(): number {
    return this.#count
  }
  restart(): void {
    this.#count = 0
  }

  async press(...combos: readonly string[]): Promise<void> {
    for (const combo of combos) {
      this.#count += 1
      await this.page.keyboard.press(combo)
    }
  }

  /** One field filled. */
  async fill(text: string): Promise<void> {
    this.#count += 1
    await this.page.keyboard.insertText(text)
  }

  /** Wording, which the budgets leave apart. */
  async words(text: string): Promise<void> {
    await this.page.keyboard.insertText(text)
  }

  /** Tab until this has the keyboard, as somebody does who looks for it. */
  async tabTo(target: Locator, { back = false, limit = 120 } = {}): Promise<void> {
    await expect(target).toBeVisible()
    for (let pressed = 0; pressed <= limit; pressed += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await this.press(back ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`${limit} times Tab did not lead to ${String(target)}`)
  }

  /** To a button by Tab, and Enter. */
  async push(target: Locator, options: { back?: boolean; limit?: number } = {}): Promise<void> {
    await this.tabTo(target, options)
    await this.press('Enter')
  }

  /** To a field by Tab; its text is replaced. */
  async rewrite(target: Locator, text: string, options: { back?: boolean } = {}): Promise<void> {
    await this.tabTo(target, options)
    await this.page.keyboard.press('Control+a')
    await this.fill(text)
  }
}
