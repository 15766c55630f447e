import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { BrowserWindow } from 'electron'

const tryMs = 250

/** Writes a picture of the first screen once the page has something to show: `TANXIN_FIRST_SCREEN` names the file. */
export async function pictureFirstScreen(window: BrowserWindow, file: string) {
  const isDrawn = 'document.querySelector("#root h1") !== null'
  while (!(await window.webContents.executeJavaScript(isDrawn)))
    await new Promise((resolve) => setTimeout(resolve, tryMs))
  // One more frame: fonts and styles settle.
  await new Promise((resolve) => setTimeout(resolve, tryMs))
  const picture = await window.webContents.capturePage()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, picture.toPNG())
}
