import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Desk } from './fixtures.ts'

/** Base64 of the bytes at any offset: the characters that do not depend on what stands before or after. */
const base64Traces = (bytes: Buffer): string[] =>
  [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(offset === 0 ? 0 : 4, -4),
  )

const escapes = (mark: string): string =>
  [...mark].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** A mark in every form in which it could lie in a file. */
const tracesOf = (mark: string): Buffer[] => {
  const forms = [Buffer.from(mark, 'utf8'), Buffer.from(mark, 'utf16le')]
  const written = forms.flatMap((bytes) => [
    ...base64Traces(bytes),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
  ])
  return [
    ...forms,
    Buffer.from(mark, 'utf16le').swap16(),
    ...[...written, escapes(mark), encodeURIComponent(mark)].map((text) => Buffer.from(text)),
  ]
}

/** Which of the marks lie in these bytes, as text, UTF-16, base64, hex or escapes. */
export const marksIn = (bytes: Uint8Array | string, marks: readonly string[]): string[] => {
  const hay = Buffer.from(bytes)
  return marks.filter((mark) => tracesOf(mark).some((trace) => hay.includes(trace)))
}

export const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    // Sockets and dangling links of the single-instance lock are no files.
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat?.isDirectory()) return filesBelow(path)
    return stat?.isFile() ? [path] : []
  })

/** Every file below the folder that holds a mark, with the marks. */
export const leakingFiles = (folder: string, marks: readonly string[]): string[] =>
  filesBelow(folder).flatMap((file) =>
    marksIn(readFileSync(file), marks).map((mark) => `${file}: ${mark}`),
  )

/**
 * All that the page holds and shows: its source with every attribute, what stands in its fields, its title and
 * address, what it keeps in the browser, and the title of the window.
 */
export async function everythingOn({ app, page }: Pick<Desk, 'app' | 'page'>): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
      'value' in field ? String(field.value) : '',
    )
    const databases = await indexedDB.databases()
    return JSON.stringify([
      document.title,
      location.href,
      history.state,
      document.body.innerText,
      document.body.textContent,
      fields,
      { ...localStorage },
      { ...sessionStorage },
      databases.map(({ name }) => name),
    ])
  })
  const titles = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  )
  return [await page.content(), inPage, ...titles].join('\n')
}

export const marksOn = async (
  desk: Pick<Desk, 'app' | 'page'>,
  marks: readonly string[],
): Promise<string[]> => marksIn(await everythingOn(desk), marks)

/** Goes to an address inside the app and waits until its page stands there with all it asked for. */
export async function visit(page: Page, address: string) {
  const heading = page.locator('main h1')
  // By way of a page that has nothing: what is waited for is then not the page before.
  await page.evaluate(() => location.replace('#/nowhere'))
  await heading.getByText('没有这一页').waitFor()
  await page.evaluate((to) => location.replace(`#${to}`), address)
  await heading.getByText('没有这一页').waitFor({ state: 'detached' })
  await heading.first().waitFor()
  // Asked again and again from outside: a window that is not drawn calls no animation frame.
  await expect(page.locator('.tx-loading')).toHaveCount(0, { timeout: 30_000 })
}
