import { inflateSync } from 'node:zlib'
import { degrees, PDFDocument, rgb, type RGB } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { drawnPages } from '#documents/print-pages/drawn-pages.ts'
import { pagePng } from '#documents/print-pages/page-png.ts'

const a4 = { width: 595.28, height: 841.89 }
const address = (page: number) => `paper://tanxin/x/page/${page}`

/** One square near the left upper corner of each page. */
async function squares(...pages: { colour: RGB; lying?: boolean; turned?: number }[]) {
  const made = await PDFDocument.create()
  for (const { colour, lying, turned } of pages) {
    const size: [number, number] = lying ? [a4.height, a4.width] : [a4.width, a4.height]
    const page = made.addPage(size)
    if (turned) page.setRotation(degrees(turned))
    page.drawSquare({ x: 72, y: size[1] - 144, size: 72, color: colour })
  }
  return made.save()
}

/** Head and pixels of a PNG of ours: lines are not filtered. */
function pixelsOf(png: Uint8Array) {
  const bytes = Buffer.from(png)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const channels = bytes[25] === 0 ? 1 : 3
  const length = bytes.readUInt32BE(33)
  const raw = inflateSync(bytes.subarray(41, 41 + length))
  const at = (x: number, y: number) => {
    const from = y * (width * channels + 1) + 1 + x * channels
    return [...raw.subarray(from, from + channels)]
  }
  return { width, height, channels, at }
}

describe('drawnPages', () => {
  it('draws every page as large as it is, as fine as office printers print', async () => {
    const pages = await drawnPages(
      await squares({ colour: rgb(0, 0, 0) }, { colour: rgb(1, 0, 0) }),
      '回执 <张三>',
      address,
    )
    expect(pages.html.match(/<img /g)).toHaveLength(2)
    expect(pages.html).toContain(address(2))
    expect(pages.html).toContain('<title>回执 &lt;张三&gt;</title>')
    const black = pixelsOf(await pages.picture(1))
    expect(black).toMatchObject({ width: 2480, height: 3508, channels: 1 })
    // The square lies from one to two inches from the left, and from the top.
    expect(black.at(450, 450)).toEqual([0])
    expect(black.at(290, 450)).toEqual([255])
    expect(black.at(450, 610)).toEqual([255])
    const red = pixelsOf(await pages.picture(2))
    expect(red).toMatchObject({ channels: 3 })
    expect(red.at(450, 450)).toEqual([255, 0, 0])
    expect(red.at(50, 50)).toEqual([255, 255, 255])
    pages.close()
  })

  it('turns a lying page on the sheet, and no other', async () => {
    const colour = rgb(0, 0, 0)
    const pages = await drawnPages(
      await squares({ colour, lying: true }, { colour }, { colour, turned: 90 }),
      '表',
      address,
    )
    const turned = [...pages.html.matchAll(/<img( class="lying")?/g)].map(([, lying]) => !!lying)
    expect(turned).toEqual([true, false, true])
    expect(pixelsOf(await pages.picture(1))).toMatchObject({ width: 3508, height: 2480 })
    pages.close()
  })

  it('refuses what is no PDF', async () => {
    await expect(drawnPages(new TextEncoder().encode('no PDF'), 'x', address)).rejects.toThrow()
  })
})

describe('pagePng', () => {
  it('takes what scanners see in grey for grey, and a faint seal for colour', async () => {
    const image = (...data: number[]) => ({ width: 2, height: 1, data: new Uint8Array(data) })
    const grey = pixelsOf(await pagePng(image(250, 255, 240, 255, 10, 12, 20, 255)))
    expect(grey.channels).toBe(1)
    expect([grey.at(0, 0), grey.at(1, 0)]).toEqual([[255], [12]])
    const seal = pixelsOf(await pagePng(image(255, 255, 255, 255, 255, 220, 220, 255)))
    expect([seal.at(0, 0), seal.at(1, 0)]).toEqual([
      [255, 255, 255],
      [255, 220, 220],
    ])
  })
})
