import { app, type BrowserWindow } from 'electron'
import type { HostQuestion } from '../../core/messages.ts'
import { chooseOpenFiles, chooseSaveFile } from './dialogs.ts'
import { installedFonts } from '#documents/installed-fonts.ts'
import { renderPdf } from './paper-window.ts'
import { print } from './printer.ts'
import { rehearsalHost } from './rehearsal.ts'

/** Answers the core's questions with this window's dialogs, printer and engine. */
export function hostOf(window: () => BrowserWindow) {
  const folder = app.isPackaged ? undefined : process.env['TANXIN_REHEARSAL']
  const rehearsal = folder === undefined ? undefined : rehearsalHost(folder)
  return (question: HostQuestion): Promise<unknown> => {
    switch (question.call) {
      case 'renderPdf':
        return renderPdf(...question.ask)
      case 'print':
        return rehearsal
          ? rehearsal.print(...question.ask)
          : print(window().webContents, ...question.ask)
      case 'chooseSaveFile':
        return rehearsal
          ? rehearsal.chooseSaveFile(...question.ask)
          : chooseSaveFile(window(), ...question.ask)
      case 'chooseOpenFiles':
        return rehearsal ? rehearsal.chooseOpenFiles() : chooseOpenFiles(window(), ...question.ask)
      case 'installedFonts':
        return installedFonts()
    }
  }
}
