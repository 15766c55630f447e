import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawingPng } from '#documents/drawing-png.ts'
import { drawingOf, pathOf, type Drawing } from '#documents/drawing.ts'
import { agreementPaper } from '#documents/f10-agreement.ts'
import { paperText } from '#documents/paper-text.ts'
import { pdfOptions } from '#documents/pdf-options.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { renderHtml } from '#documents/render-html.ts'
import { docxPart, docxParts } from '#tests/support/docx-text.ts'
import { handStrokes } from '#tests/support/strokes.ts'
import { notoFonts, sampleCode, sampleContext, signedOnScreen, wageAgreement } from './samples.ts'

const box = { width: 110, height: 24 }
const named = { id: 1, label: '某某的屏幕签名' }

/** Size and the grey of every pixel, row by row. */
const pixelsOf = (png: Buffer) => {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const from = png.indexOf('IDAT') + 4
  const raw = inflateSync(png.subarray(from, from + png.readUInt32BE(from - 8)))
  const rows = Array.from({ length: height }, (_, y) =>
    raw.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)),
  )
  return { width, height, rows }
}
const darkAt = (drawing: Drawing, x: number, y: number) =>
  (pixelsOf(drawingPng(drawing)).rows[Math.floor(y * 4)]?.[Math.floor(x * 4)] ?? 255) < 64

describe('drawingOf', () => {
  it('fits any strokes into the box without stretching them', () => {
    const place = fc.record({
      x: fc.double({ min: -10_000, max: 10_000, noNaN: true }),
      y: fc.double({ min: -10_000, max: 10_000, noNaN: true }),
    })
    const strokes = fc.array(fc.array(place, { minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(strokes, (all) => {
        const { lines } = drawingOf(all, box, named)
        expect(lines).toHaveLength(all.length)
        for (const [x, y] of lines.flat()) {
          expect(x >= 1 && x <= box.width - 1).toBe(true)
          expect(y >= 1 && y <= box.height - 1).toBe(true)
        }
      }),
    )
    const square = [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 50 },
    ]
    const [[a = [0, 0], b = [0, 0], c = [0, 0]] = []] = drawingOf([square], box, named).lines
    expect(b[0] - a[0]).toBeCloseTo(c[1] - b[1], 1)
  })
})

describe('pathOf', () => {
  it('is moves and lines only, and shows a dot', () => {
    expect(pathOf(drawingOf(handStrokes(), box, named))).toMatch(/^(M[\d. ]+L[\d. ]+){2}$/)
    expect(pathOf(drawingOf([[{ x: 3, y: 3 }]], box, named))).toMatch(/^M[\d.]+ [\d.]+h0$/)
  })
})

describe('drawingPng', () => {
  it('is black where the pen was and white elsewhere', () => {
    const drawing = drawingOf(handStrokes(), box, named)
    const { width, height, rows } = pixelsOf(drawingPng(drawing))
    expect([width, height]).toEqual([440, 96])
    for (const [x, y] of drawing.lines.flat()) expect(darkAt(drawing, x, y)).toBe(true)
    const ink = rows.reduce((sum, row) => sum + row.filter((grey) => grey < 128).length, 0)
    expect(ink / (width * height)).toBeGreaterThan(0.01)
    expect(ink / (width * height)).toBeLessThan(0.12)
    expect(darkAt(drawing, 1, 1)).toBe(false)
  })
})

describe('an agreement signed on screen', () => {
  const paper = signedOnScreen()

  it('shows each signature in its own place with witness and time, and leaves no second place', () => {
    const text = paperText(paper)
    expect(text.match(/屏幕签名/gu)).toHaveLength(4)
    expect(text).toContain('屏幕签名（王五），见证人 周八\n2026年11月22日 09:30')
    expect(text).toContain('人民调解员 赵六（签名）：\n屏幕签名，见证人 周八')
    expect(text).not.toContain('签名、盖章或按指印')
  })

  it('leaves the place for the hand of whoever has not signed on screen', () => {
    const one = agreementPaper({
      ...wageAgreement,
      screens: [
        {
          capacity: 'party',
          partyId: 'p1',
          signerName: '张三',
          strokes: handStrokes(),
          witnessName: '周八',
          signedAt: '2026-11-22T01:30:00.000Z',
        },
      ],
    })
    expect(paperText(one).match(/签名、盖章或按指印/gu)).toHaveLength(1)
    expect(paperText(one)).not.toContain('赵六（签名）：\n屏幕')
  })

  it('prints the lines as vectors without script or anything remote', () => {
    const html = renderHtml(paper, notoFonts)
    expect(html.match(/<svg role="img" aria-label="[^"]+的屏幕签名"/gu)).toHaveLength(4)
    expect(html).not.toMatch(/<script|<img| style=| on\w+=|url\(|https?:/iu)
  })

  it('holds the lines as pictures in the Word file, each with a number of its own, always the same bytes', async () => {
    const [first, second] = await Promise.all([0, 1].map(() => renderDocx(paper, notoFonts)))
    if (!first || !second) throw new Error('two files were made')
    expect(first.equals(second)).toBe(true)
    const pictures = (await docxParts(first)).filter((name) => name.endsWith('.png'))
    expect(pictures).toHaveLength(4)
    const xml = await docxPart(first, 'word/document.xml')
    const ids = [...xml.matchAll(/<wp:docPr id="(\d+)"/gu)].map((match) => match[1])
    expect(ids).toEqual(['1', '2', '3', '4'])
    expect(xml).toContain('descr="张三的屏幕签名"')
  })
})

describe('the code at the foot', () => {
  it('stands beside the page number in both renderers', async () => {
    const paper = signedOnScreen()
    const footer = await docxPart(await renderDocx(paper, notoFonts), 'word/footer1.xml')
    expect(footer).toContain(`核验码 ${sampleCode}`)
    expect(footer).toMatch(/核验码.*<w:tab\/>.*第 .*PAGE.* 页 共 .*NUMPAGES.* 页/u)
    expect(pdfOptions(paper, notoFonts).footerTemplate).toContain(`核验码 ${sampleCode}`)
  })

  it('is not on a paper that has none', async () => {
    const paper = agreementPaper({ ...wageAgreement, context: { ...sampleContext, draft: true } })
    const footer = await docxPart(await renderDocx(paper, notoFonts), 'word/footer1.xml')
    expect(footer).not.toContain('核验码')
    expect(pdfOptions(paper, notoFonts).footerTemplate).not.toContain('核验码')
  })
})
