/** One byte a pixel, 0 black, row after row from the top. */
export type GreyImage = { width: number; height: number; data: Uint8Array }

/** Pixels; whole numbers inside the image. */
export type Box = { x: number; y: number; width: number; height: number }

/** Degrees clockwise. */
export type QuarterTurn = 0 | 90 | 180 | 270

export const cropped = ({ width, data }: GreyImage, box: Box): GreyImage => {
  const out = new Uint8Array(box.width * box.height)
  for (let y = 0; y < box.height; y += 1) {
    const from = (box.y + y) * width + box.x
    out.set(data.subarray(from, from + box.width), y * box.width)
  }
  return { width: box.width, height: box.height, data: out }
}

/** Twice as wide and high, with straight lines between the pixels: small modules become readable ones. */
export function doubled({ width, height, data }: GreyImage): GreyImage {
  const wide = width * 2
  const out = new Uint8Array(wide * height * 2)
  for (let y = 0; y < height * 2; y += 1) {
    const row = Math.min(height - 1, Math.max(0, y >> 1)) * width
    const nextRow = Math.min(height - 1, Math.max(0, (y >> 1) + ((y & 1) * 2 - 1))) * width
    for (let x = 0; x < wide; x += 1) {
      const column = x >> 1
      const next = Math.min(width - 1, Math.max(0, column + ((x & 1) * 2 - 1)))
      const near = 3 * (data[row + column] ?? 0) + (data[row + next] ?? 0)
      const far = 3 * (data[nextRow + column] ?? 0) + (data[nextRow + next] ?? 0)
      out[y * wide + x] = (3 * near + far + 8) >> 4
    }
  }
  return { width: wide, height: height * 2, data: out }
}

/** Each pixel the mean of a square around it, `reach` pixels to each side. */
export function blurred(image: GreyImage, reach: number): GreyImage {
  return blurredAcross(blurredAcross(image, reach), reach)
}

/** Blurs along the rows and turns rows into columns, so that twice is both ways and upright again. */
function blurredAcross({ width, height, data }: GreyImage, reach: number): GreyImage {
  const out = new Uint8Array(width * height)
  const span = 2 * reach + 1
  for (let y = 0; y < height; y += 1) {
    const row = y * width
    const at = (x: number) => data[row + Math.min(width - 1, Math.max(0, x))] ?? 0
    let sum = 0
    for (let x = -reach; x <= reach; x += 1) sum += at(x)
    for (let x = 0; x < width; x += 1) {
      out[x * height + y] = sum / span
      sum += at(x + reach + 1) - at(x - reach)
    }
  }
  return { width: height, height: width, data: out }
}

const least = (a: number, b: number) => (a < b ? a : b)
const most = (a: number, b: number) => (a > b ? a : b)
const middle = (a: number, b: number, c: number) => most(least(a, b), least(most(a, b), c))

/**
 * The middle one of nine: single wrong pixels vanish, edges stay. Columns of three are put in order once and used
 * three times: the middle is that of the greatest low, the middle middle and the least high.
 */
export function withoutSpecks({ width, height, data }: GreyImage): GreyImage {
  const out = new Uint8Array(data)
  const [low, mid, high] = [0, 1, 2].map(() => new Uint8Array(width)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  for (let y = 1; y < height - 1; y += 1) {
    const row = y * width
    for (let x = 0; x < width; x += 1) {
      const a = data[row - width + x] ?? 0
      const b = data[row + x] ?? 0
      const c = data[row + width + x] ?? 0
      low[x] = least(a, least(b, c))
      mid[x] = middle(a, b, c)
      high[x] = most(a, most(b, c))
    }
    for (let x = 1; x < width - 1; x += 1)
      out[row + x] = middle(
        most(low[x - 1] ?? 0, most(low[x] ?? 0, low[x + 1] ?? 0)),
        middle(mid[x - 1] ?? 0, mid[x] ?? 0, mid[x + 1] ?? 0),
        least(high[x - 1] ?? 0, least(high[x] ?? 0, high[x + 1] ?? 0)),
      )
  }
  return { width, height, data: out }
}

/** Smaller by a whole number, each pixel the mean of a square. */
export function shrunk({ width, height, data }: GreyImage, by: number): GreyImage {
  const wide = Math.max(1, Math.floor(width / by))
  const high = Math.max(1, Math.floor(height / by))
  const out = new Uint8Array(wide * high)
  for (let y = 0; y < high; y += 1)
    for (let x = 0; x < wide; x += 1) {
      let sum = 0
      for (let dy = 0; dy < by; dy += 1)
        for (let dx = 0; dx < by; dx += 1) sum += data[(y * by + dy) * width + x * by + dx] ?? 0
      out[y * wide + x] = sum / (by * by)
    }
  return { width: wide, height: high, data: out }
}

/**
 * The paper made white wherever it lies in a shadow or under a stain: each pixel as a share of the light that the
 * paper around it throws back. Dark things narrower than `reach` on both sides stay dark.
 */
export function flattened(image: GreyImage, reach: number): GreyImage {
  const paper = extreme(extreme(image, reach, 'light'), reach, 'dark').data
  const { data } = image
  const out = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at += 1) {
    const [value, light] = [data[at] ?? 0, paper[at] ?? 255]
    out[at] = light < 16 ? value : Math.min(255, (value * 255) / light)
  }
  return { ...image, data: out }
}

type Which = 'light' | 'dark'

const extreme = (image: GreyImage, reach: number, which: Which): GreyImage =>
  extremeAcross(extremeAcross(image, reach, which), reach, which)

/**
 * The lightest or darkest along each row within reach, rows turned into columns. Running extremes of blocks from
 * both sides make it three comparisons a pixel, however far the reach. @source van Herk 1992
 */
function extremeAcross({ width, height, data }: GreyImage, reach: number, which: Which): GreyImage {
  const isLight = which === 'light'
  const span = 2 * reach + 1
  const padded = Math.ceil((width + 2 * reach) / span) * span
  const row = new Uint8Array(padded)
  const onward = new Uint8Array(padded)
  const back = new Uint8Array(padded)
  const out = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const line = data.subarray(y * width, (y + 1) * width)
    row.fill(line[0] ?? 0, 0, reach)
    row.set(line, reach)
    row.fill(line[width - 1] ?? 0, reach + width)
    for (let start = 0; start < padded; start += span) {
      let best = row[start] ?? 0
      for (let x = start; x < start + span; x += 1) {
        const value = row[x] ?? 0
        if (value > best === isLight) best = value
        onward[x] = best
      }
      best = row[start + span - 1] ?? 0
      for (let x = start + span - 1; x >= start; x -= 1) {
        const value = row[x] ?? 0
        if (value > best === isLight) best = value
        back[x] = best
      }
    }
    for (let x = 0; x < width; x += 1) {
      const [a, b] = [back[x] ?? 0, onward[x + span - 1] ?? 0]
      out[x * height + y] = a > b === isLight ? a : b
    }
  }
  return { width: height, height: width, data: out }
}
