import { escapeHtml } from './html-text.ts'
import type { PaperFonts } from './paper-fonts.ts'
import type { Paper } from './paper.ts'
import { codeText, markText } from './paper-text.ts'

/** The part of Electron's PrintToPDFOptions that papers need. */
export type PdfOptions = {
  preferCSSPageSize: true
  printBackground: true
  displayHeaderFooter: boolean
  headerTemplate: string
  footerTemplate: string
  generateTaggedPDF: boolean
  generateDocumentOutline: false
}

// Print templates know neither the page's style sheet nor its fonts nor its language, so each says its own;
// without the language a font may set other forms of digits, which nobody can copy out of the PDF.
const templateStyle = (paper: Paper, fonts: PaperFonts, size: number): string => {
  const { left, right } = paper.page.margins
  const family = fonts.body.replaceAll(/["'\\<>&]/gu, '')
  return `box-sizing:border-box;width:100%;padding:0 ${right}mm 0 ${left}mm;margin:0;font-family:'${family}',serif;font-size:${size}pt;line-height:1.4;white-space:nowrap;`
}

const headerTemplate = (paper: Paper, fonts: PaperFonts): string => {
  const mark = markText(paper)
  if (mark === '') return '<span></span>'
  return `<div lang="zh-CN" style="${templateStyle(paper, fonts, 16)}text-align:center;color:#666;font-weight:bold;padding-top:6mm">${escapeHtml(mark)}</div>`
}

/** 第 x 页 共 y 页; Chromium 130 prints no page-margin boxes, so the number stands in the template. */
export const footerTemplate = (paper: Paper, fonts: PaperFonts): string => {
  const note =
    paper.footNote === undefined
      ? ''
      : `<div style="text-align:left">${escapeHtml(paper.footNote)}</div>`
  const number = paper.unnumbered
    ? ''
    : '第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页'
  const code = codeText(paper)
  // Left in the same line, with as much white at the right, so that the number stays in the middle.
  const side = (text: string) => `<div style="flex:1;text-align:left">${escapeHtml(text)}</div>`
  const numberLine =
    code === ''
      ? `<div>${number}</div>`
      : `<div style="display:flex">${side(code)}<div>${number}</div>${side('')}</div>`
  return `<div lang="zh-CN" style="${templateStyle(paper, fonts, 10.5)}text-align:center;padding-bottom:6mm">${note}${numberLine}</div>`
}

/** For `webContents.printToPDF` of what `renderHtml` returned. */
export const pdfOptions = (paper: Paper, fonts: PaperFonts): PdfOptions => ({
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: true,
  headerTemplate: headerTemplate(paper, fonts),
  footerTemplate: footerTemplate(paper, fonts),
  generateTaggedPDF: true,
  generateDocumentOutline: false,
})
