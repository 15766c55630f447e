import { app, type BrowserWindow, type WebContents } from 'electron'
import { installedFontFiles } from '#documents/glyphs/font-files.ts'
import { glyphSearch } from '#documents/glyphs/glyph-search.ts'
import { installedFonts } from '#documents/installed-fonts.ts'
import type { HostQuestion } from '../../core/messages.ts'
import { chooseFolder, chooseOpenFiles, chooseSaveFile } from './dialogs.ts'
import { officePdf } from './office-pdf.ts'
import { renderPdf } from './paper-window.ts'
import { print, printFolder, silentPrinting } from './printer.ts'
import type { Printing } from './printing.ts'
import { rehearsalHost } from './rehearsal.ts'

const rehearsalOf = () => {
  const folder = app.isPackaged ? undefined : process.env['TANXIN_REHEARSAL']
  return folder === undefined ? undefined : rehearsalHost(folder)
}
type Rehearsal = ReturnType<typeof rehearsalOf>

/** A window test may print on a printer of its own, as this system prints or as the others do. */
function printingOf(asking: () => WebContents, rehearsal: Rehearsal): Printing {
  const wish = rehearsal && process.env['TANXIN_REHEARSAL_PRINTERS']
  if (wish === 'chromium') return silentPrinting(asking, 'chromium')
  return rehearsal && wish !== 'system' ? rehearsal.printing : silentPrinting(asking)
}

/** Answers the core's questions with this window's dialogs, printer and engine. */
export function hostOf(window: () => BrowserWindow) {
  const rehearsal = rehearsalOf()
  const printing = printingOf(() => window().webContents, rehearsal)
  const missingGlyphs = glyphSearch(installedFontFiles)
  return (question: HostQuestion): Promise<unknown> => {
    switch (question.call) {
      case 'renderPdf':
        return renderPdf(...question.ask)
      case 'print':
        return rehearsal
          ? rehearsal.print(...question.ask)
          : print(window().webContents, ...question.ask)
      case 'printers':
        return printing.printers()
      case 'handOut':
        return printing.handOut(...question.ask)
      case 'systemJob':
        return printing.systemJob(...question.ask)
      case 'cancelSystemJob':
        return printing.cancelSystemJob(...question.ask)
      case 'missingGlyphs':
        return missingGlyphs(...question.ask)
      case 'officePdf':
        return officePdf(...question.ask, printFolder())
      case 'chooseFolder':
        return rehearsal ? rehearsal.chooseFolder() : chooseFolder(window(), ...question.ask)
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
