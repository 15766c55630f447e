import { dialog, type BrowserWindow } from 'electron'

export async function chooseSaveFile(
  window: BrowserWindow,
  options: { title: string; defaultName: string; extension: string },
): Promise<string | undefined> {
  const chosen = await dialog.showSaveDialog(window, {
    title: options.title,
    defaultPath: options.defaultName,
    filters: [{ name: options.extension.toUpperCase(), extensions: [options.extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return chosen.canceled ? undefined : chosen.filePath
}

export async function chooseOpenFiles(
  window: BrowserWindow,
  options: { title: string; extensions: string[]; many: boolean },
): Promise<string[]> {
  const chosen = await dialog.showOpenDialog(window, {
    title: options.title,
    filters: [{ name: options.extensions.join('、'), extensions: options.extensions }],
    properties: options.many ? ['openFile', 'multiSelections'] : ['openFile'],
  })
  return chosen.canceled ? [] : chosen.filePaths
}

export async function chooseFolder(
  window: BrowserWindow,
  options: { title: string },
): Promise<string | undefined> {
  const chosen = await dialog.showOpenDialog(window, {
    title: options.title,
    properties: ['openDirectory', 'createDirectory'],
  })
  return chosen.canceled ? undefined : chosen.filePaths[0]
}
