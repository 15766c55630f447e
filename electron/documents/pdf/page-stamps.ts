import { pageCodeText, type PageCode } from '#db/domain/dossier/page-code.ts'
import { escapeHtml } from '../html-text.ts'
import type { PaperFonts } from '../paper-fonts.ts'
import type { PdfOptions } from '../pdf-options.ts'
import { qrCode } from './qr-code.ts'

/**
 * What is laid over a page that was printed before: its code at the foot, its number in the volume at the head.
 * `onScan`: what stands in the corner, a number of an earlier volume above all, is covered.
 */
export type PageStamp =
  | { kind: 'code'; code: PageCode }
  | { kind: 'number'; number: number; onScan?: boolean }

/**
 * Millimetres. The right margin of every page is white over its whole height, 21.5 on a lying sheet, and printers
 * leave up to 8 unprinted: the code fits between, and its words end before it, right of the page number.
 */
export const stampBox = { width: 70, height: 13.4, edge: 8.3 }
const codeSize = 13

/** The same in words, for who has no reader. */
export const stampWords = ({ caseNumber, form, version, page, pages }: PageCode): string =>
  `${caseNumber} ${form} 第${version}版 ${page}/${pages}`

const style = (fonts: PaperFonts): string => {
  const family = fonts.body.replaceAll(/["'\\<>&]/gu, '')
  return `@page{size:${stampBox.width}mm ${stampBox.height}mm;margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-family:"${family}",serif;color:#000;font-kerning:none;font-variant-ligatures:none;white-space:nowrap}
section{position:relative;width:${stampBox.width}mm;height:${stampBox.height}mm;overflow:hidden;break-after:page}
section:last-child{break-after:auto}
svg{position:absolute;right:0;bottom:0;width:${codeSize}mm;height:${codeSize}mm;shape-rendering:crispEdges}
p{position:absolute;bottom:0;font-size:6.5pt;line-height:8pt;right:${codeSize + 1.5}mm}
p.number{top:0;bottom:auto;right:0;font-size:12pt;line-height:14pt}
p.ground{min-width:16mm;height:8mm;padding-left:2mm;background:#fff;text-align:right}`
}

const stampHtml = async (stamp: PageStamp): Promise<string> => {
  if (stamp.kind === 'number')
    return `<section><p class="number${stamp.onScan ? ' ground' : ''}">${String(stamp.number)}</p></section>`
  const { size, path } = await qrCode(pageCodeText(stamp.code))
  return `<section><p>${escapeHtml(stampWords(stamp.code))}</p><svg viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg></section>`
}

/** A little page for each stamp, in their order; for `layStamps` once it is a PDF. */
export async function stampSheet(
  stamps: readonly PageStamp[],
  fonts: PaperFonts,
): Promise<{ html: string; options: PdfOptions; title: string }> {
  const sections = await Promise.all(stamps.map(stampHtml))
  const nothing = '<span></span>'
  return {
    title: 'stamps',
    options: {
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: false,
      headerTemplate: nothing,
      footerTemplate: nothing,
      // Laid over a page the stamps are no part of its structure.
      generateTaggedPDF: false,
      generateDocumentOutline: false,
    },
    html: `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>stamps</title><style>${style(fonts)}</style></head>
<body>${sections.join('\n')}</body>
</html>
`,
  }
}
