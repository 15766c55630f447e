import type { GreyImage } from '#documents/scan/grey-image.ts'
import { between, gaussian } from './random.ts'

export type Point = { x: number; y: number }
type Size = { width: number; height: number }

/** Nine numbers, row by row, that take a point of what is seen to a point of the page. */
type View = readonly [number, number, number, number, number, number, number, number, number]

const after = (first: View, then: View): View => {
  const cell = (row: number, column: number) =>
    [0, 1, 2].reduce(
      (sum, each) => sum + (then[row * 3 + each] ?? 0) * (first[each * 3 + column] ?? 0),
      0,
    )
  return [0, 1, 2, 3, 4, 5, 6, 7, 8].map((at) =>
    cell(Math.floor(at / 3), at % 3),
  ) as unknown as View
}
const moved = (x: number, y: number): View => [1, 0, x, 0, 1, y, 0, 0, 1]
const scaled = (by: number): View => [by, 0, 0, 0, by, 0, 0, 0, 1]
const rotated = (degrees: number): View => {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  return [cosine, sine, 0, -sine, cosine, 0, 0, 0, 1]
}

/** Between the four pixels around a place; -1 outside. */
function sample(page: GreyImage, x: number, y: number): number {
  const { width, data } = page
  if (x < 0 || y < 0 || x >= width - 1 || y >= page.height - 1) return -1
  const column = Math.floor(x)
  const row = Math.floor(y)
  const right = x - column
  const at = row * width + column
  const above = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right
  const below = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right
  return above + (below - above) * (y - row)
}

/** Lays pages over each other on a ground; each pixel is looked at in four places. */
function seen(
  size: Size,
  layers: readonly { page: GreyImage; view: View }[],
  ground: number,
): GreyImage {
  const data = new Uint8Array(size.width * size.height).fill(ground)
  for (const { page, view } of layers) {
    const [a, b, c, d, e, f, g, h, i] = view
    for (let y = 0; y < size.height; y += 1)
      for (let x = 0; x < size.width; x += 1) {
        let sum = 0
        let count = 0
        for (let part = 0; part < 4; part += 1) {
          const px = x + 0.25 + (part & 1) / 2
          const py = y + 0.25 + (part >> 1) / 2
          const depth = g * px + h * py + i
          const column = (a * px + b * py + c) / depth - 0.5
          const value = sample(page, column, (d * px + e * py + f) / depth - 0.5)
          if (value < 0) continue
          sum += value
          count += 1
        }
        if (count === 0) continue
        const at = y * size.width + x
        data[at] = (sum + (4 - count) * (data[at] ?? 0)) / 4
      }
  }
  return { ...size, data }
}

const dotsOfPage = 300

type Laid = { dpi: number; degrees?: number; ground?: number }

/** The glass is as large as what lies on it askew. */
function glass(sheet: Size, { dpi, degrees = 0 }: Laid): { size: Size; view: View } {
  const scale = dotsOfPage / dpi
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const size = {
    width: Math.round((sheet.width * cosine + sheet.height * Math.abs(sine)) / scale),
    height: Math.round((sheet.height * cosine + sheet.width * Math.abs(sine)) / scale),
  }
  const centred = after(moved(-size.width / 2, -size.height / 2), rotated(degrees))
  const view = after(after(centred, scaled(scale)), moved(sheet.width / 2, sheet.height / 2))
  return { size, view }
}

/** As a scanner of so many dots an inch sees a page that was laid on askew by some degrees. */
export function scanned(page: GreyImage, laid: Laid): GreyImage {
  const { size, view } = glass(page, laid)
  return seen(size, [{ page, view }], laid.ground ?? 255)
}

/** Two pages beside or below each other on one sheet of their size, each made smaller to fit, then scanned. */
export function twoUp(
  pages: readonly [GreyImage, GreyImage],
  way: 'beside' | 'below',
  laid: Laid,
): GreyImage {
  const [first] = pages
  const sheet = { width: first.height, height: first.width }
  const cell =
    way === 'beside'
      ? { width: sheet.width / 2, height: sheet.height }
      : { width: sheet.width, height: sheet.height / 2 }
  const { size, view } = glass(sheet, laid)
  const layers = pages.map((page, index) => {
    const scale = Math.max(page.width / cell.width, page.height / cell.height)
    const left = (way === 'beside' ? index * cell.width : 0) + (cell.width - page.width / scale) / 2
    const top =
      (way === 'below' ? index * cell.height : 0) + (cell.height - page.height / scale) / 2
    return { page, view: after(after(view, moved(-left, -top)), scaled(scale)) }
  })
  return seen(size, layers, laid.ground ?? 255)
}

/** Turned clockwise. */
export function turned({ width, height, data }: GreyImage, by: 0 | 90 | 180 | 270): GreyImage {
  if (by === 0) return { width, height, data }
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const to = {
        90: x * height + height - 1 - y,
        180: (height - 1 - y) * width + width - 1 - x,
        270: (width - 1 - x) * height + y,
      }[by]
      out[to] = data[y * width + x] ?? 0
    }
  return by === 180 ? { width, height, data: out } : { width: height, height: width, data: out }
}

const changed = (image: GreyImage, to: (value: number, x: number, y: number) => number) => {
  const data = new Uint8Array(image.data.length)
  for (let y = 0; y < image.height; y += 1)
    for (let x = 0; x < image.width; x += 1) {
      const at = y * image.width + x
      data[at] = Math.min(255, Math.max(0, Math.round(to(image.data[at] ?? 0, x, y))))
    }
  return { ...image, data }
}

export const withNoise = (image: GreyImage, spread: number, random: () => number) =>
  changed(image, (value) => value + gaussian(random) * spread)

/** Pixels that are black or white whatever the page says. */
export const withSpecks = (image: GreyImage, share: number, random: () => number) =>
  changed(image, (value) => {
    if (random() >= share) return value
    return random() < 0.5 ? 0 : 255
  })

/** Ink and paper as grey values. */
export const withContrast = (image: GreyImage, ink: number, paper: number) =>
  changed(image, (value) => ink + (value / 255) * (paper - ink))

/** Lit from one side: the other is darker by that share. */
export const withShade = (image: GreyImage, share: number) =>
  changed(image, (value, x, y) => value * (1 - (share * (x / image.width + y / image.height)) / 2))

/** A spilt drink: a brown disc with a darker rim; `share` of the light goes through. */
export const withStain = (image: GreyImage, centre: Point, radius: number, share: number) =>
  changed(image, (value, x, y) => {
    const distance = Math.hypot(x - centre.x, y - centre.y) / radius
    if (distance > 1) return value
    return value * (distance > 0.92 ? share * 0.8 : share)
  })

/** Something that hides what is under it, such as a torn corner or ink. */
export const withBlot = (image: GreyImage, centre: Point, radius: number, ink: number) =>
  changed(image, (value, x, y) => (Math.hypot(x - centre.x, y - centre.y) < radius ? ink : value))

/**
 * As a phone sees a page on a desk: smaller than the picture, its corners where the hand puts them.
 * `lean` is how far a corner strays, as a share of the side.
 */
export function photographed(
  image: GreyImage,
  size: { width: number; height: number },
  lean: number,
  random: () => number,
): GreyImage {
  const margin = 0.06
  const stray = (share: number) => share + between(random, -lean, lean)
  const fit = Math.min(size.width / image.width, size.height / image.height) * (1 - 2 * margin)
  const [wide, high] = [(image.width * fit) / size.width, (image.height * fit) / size.height]
  const [left, top] = [(1 - wide) / 2, (1 - high) / 2]
  const corners = [
    [left, top],
    [left + wide, top],
    [left + wide, top + high],
    [left, top + high],
  ].map(([x = 0, y = 0]) => ({ x: stray(x) * size.width, y: stray(y) * size.height }))
  const view = perspective(corners, [
    { x: 0, y: 0 },
    { x: image.width, y: 0 },
    { x: image.width, y: image.height },
    { x: 0, y: image.height },
  ])
  return seen(size, [{ page: image, view }], 90)
}

/** The view that takes four points to four others. */
function perspective(from: readonly Point[], to: readonly Point[]): View {
  const rows: number[][] = []
  for (const [index, { x, y }] of from.entries()) {
    const { x: u, y: v } = to[index] ?? { x: 0, y: 0 }
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v])
  }
  return [...solved(rows), 1] as unknown as View
}

/** Gauss and Jordan, with the greatest pivot. */
function solved(rows: number[][]): number[] {
  const count = rows.length
  for (let column = 0; column < count; column += 1) {
    const rest = rows.slice(column)
    const best = rest.reduce((a, b) =>
      Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a,
    )
    const at = rows.indexOf(best)
    ;[rows[column], rows[at]] = [best, rows[column] ?? []]
    const pivot = best[column] ?? 1
    for (let each = 0; each <= count; each += 1) best[each] = (best[each] ?? 0) / pivot
    for (const row of rows) {
      if (row === best) continue
      const factor = row[column] ?? 0
      for (let each = 0; each <= count; each += 1)
        row[each] = (row[each] ?? 0) - factor * (best[each] ?? 0)
    }
  }
  return rows.map((row) => row[count] ?? 0)
}
