import type { GreyImage } from '#documents/scan/grey-image.ts'

// A grey baseline JPEG, with the example tables of the standard (ITU-T T.81, annex K).

const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
  13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52,
  45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
]
const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
]
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
const dcValues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const acCounts = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d]
const acValues = [
  ...Buffer.from(
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
    'hex',
  ),
]

/** By symbol: the code times 32, and its length. */
type Codes = Uint32Array
function huffman(counts: readonly number[], values: readonly number[]): Codes {
  const codes = new Uint32Array(256)
  let code = 0
  let next = 0
  for (const [index, count] of counts.entries()) {
    for (let each = 0; each < count; each += 1) {
      codes[values[next++] ?? 0] = code * 32 + index + 1
      code += 1
    }
    code *= 2
  }
  return codes
}
const dcCodes = huffman(dcCounts, dcValues)
const acCodes = huffman(acCounts, acValues)

const cosines = Array.from({ length: 64 }, (_, index) => {
  const [k, n] = [index >> 3, index & 7]
  return Math.cos(((2 * n + 1) * k * Math.PI) / 16) * (k === 0 ? Math.SQRT1_2 : 1) * 0.5
})

const rows = new Float64Array(64)
/** Both ways along eight pixels: rows, then columns. */
function transform(block: Float64Array, out: Float64Array) {
  for (let y = 0; y < 64; y += 8)
    for (let k = 0; k < 8; k += 1) {
      let sum = 0
      for (let n = 0; n < 8; n += 1) sum += (block[y + n] ?? 0) * (cosines[k * 8 + n] ?? 0)
      rows[y + k] = sum
    }
  for (let x = 0; x < 8; x += 1)
    for (let k = 0; k < 8; k += 1) {
      let sum = 0
      for (let n = 0; n < 8; n += 1) sum += (rows[n * 8 + x] ?? 0) * (cosines[k * 8 + n] ?? 0)
      out[k * 8 + x] = sum
    }
}

/** Bits into bytes, with the zero that follows each full byte. */
class Bits {
  bytes = new Uint8Array(1 << 20)
  length = 0
  #waiting = 0
  #count = 0
  put(value: number, length: number) {
    for (let bit = length - 1; bit >= 0; bit -= 1) {
      this.#waiting = (this.#waiting << 1) | ((value >> bit) & 1)
      this.#count += 1
      if (this.#count < 8) continue
      this.byte(this.#waiting)
      if (this.#waiting === 0xff) this.byte(0)
      this.#waiting = 0
      this.#count = 0
    }
  }
  byte(value: number) {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(2 * this.length)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.length++] = value
  }
}

const segment = (marker: number, body: readonly number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
]

/** EXIF with one entry: how the camera was held. */
const exif = (orientation: number) =>
  segment(0xe1, [
    ...Buffer.from('Exif\0\0'),
    ...Buffer.from('4d4d002a0000000800010112000300000001', 'hex'),
    0,
    orientation,
    ...Buffer.alloc(6),
  ])

export function toJpeg(image: GreyImage, quality: number, orientation?: number): Uint8Array {
  const { width, height, data } = image
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
  const table = luminance.map((each) =>
    Math.min(255, Math.max(1, Math.floor((each * scale + 50) / 100))),
  )
  const head = [
    0xff,
    0xd8,
    ...(orientation === undefined ? [] : exif(orientation)),
    ...segment(0xdb, [0, ...zigzag.map((at) => table[at] ?? 1)]),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0, ...dcCounts, ...dcValues]),
    ...segment(0xc4, [0x10, ...acCounts, ...acValues]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  ]
  const bits = new Bits()
  const putCode = (codes: Codes, symbol: number) => {
    const code = codes[symbol] ?? 0
    bits.put(code >> 5, code & 31)
  }
  const putValue = (value: number, size: number) =>
    bits.put(value < 0 ? value + (1 << size) - 1 : value, size)
  const sizeOf = (value: number) => (value === 0 ? 0 : 32 - Math.clz32(Math.abs(value)))
  const block = new Float64Array(64)
  const raw = new Float64Array(64)
  let before = 0
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      for (let index = 0; index < 64; index += 1) {
        const y = Math.min(height - 1, top + (index >> 3))
        const x = Math.min(width - 1, left + (index & 7))
        block[index] = (data[y * width + x] ?? 0) - 128
      }
      transform(block, raw)
      const dc = Math.round((raw[0] ?? 0) / (table[0] ?? 1))
      putCode(dcCodes, sizeOf(dc - before))
      putValue(dc - before, sizeOf(dc - before))
      before = dc
      let zeros = 0
      for (let index = 1; index < 64; index += 1) {
        const at = zigzag[index] ?? 0
        const value = Math.round((raw[at] ?? 0) / (table[at] ?? 1))
        if (value === 0) {
          zeros += 1
          continue
        }
        for (; zeros > 15; zeros -= 16) putCode(acCodes, 0xf0)
        putCode(acCodes, (zeros << 4) | sizeOf(value))
        putValue(value, sizeOf(value))
        zeros = 0
      }
      if (zeros > 0) putCode(acCodes, 0)
    }
  bits.put(0x7f, 7)
  return Buffer.concat([
    Uint8Array.from(head),
    bits.bytes.subarray(0, bits.length),
    Uint8Array.of(0xff, 0xd9),
  ])
}
