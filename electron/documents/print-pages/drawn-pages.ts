import { escapeHtml } from '../html-text.ts'
import { openRaster } from '../scan/raster.ts'
import { pagePng } from './page-png.ts'

/** What office printers print; a page of A4 is then 2480 pixels wide. */
const dotsPerPoint = 300 / 72

/** A PDF as pages that any Chromium prints: it draws its own viewer of PDF files, printed without a dialog, blank. */
export type DrawnPages = {
  html: string
  /** PNG of a page, counted from 1; drawn when it is asked for. */
  picture(page: number): Promise<Uint8Array>
  close(): void
}

/** A lying page is turned on the sheet as printers turn it. */
const sheetHtml = (address: string, isLying: boolean) =>
  `<section><img${isLying ? ' class="lying"' : ''} decoding="sync" alt="" src="${address}"></section>`

const style = `@page{size:A4;margin:0}
html,body{margin:0;padding:0}
section{position:relative;width:210mm;height:297mm;overflow:hidden;break-after:page;break-inside:avoid}
section:last-child{break-after:auto}
img{display:block;width:210mm;height:297mm}
img.lying{position:absolute;width:297mm;height:210mm;left:0;top:297mm;transform-origin:0 0;transform:rotate(-90deg)}`

/** @param addressOf where the picture of a page is served */
export async function drawnPages(
  pdf: Uint8Array,
  title: string,
  addressOf: (page: number) => string,
): Promise<DrawnPages> {
  const raster = await openRaster(pdf, 'application/pdf')
  const sheets: string[] = []
  for (let page = 1; page <= raster.pages; page += 1) {
    let isLying = false
    await raster.grey(page, ({ width, height }) => {
      isLying = width > height
      return 1 / Math.max(width, height)
    })
    sheets.push(sheetHtml(addressOf(page), isLying))
  }
  return {
    html: `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>${sheets.join('\n')}</body></html>
`,
    picture: async (page) => pagePng(await raster.colour(page, () => dotsPerPoint)),
    close: () => {
      raster.close()
    },
  }
}
