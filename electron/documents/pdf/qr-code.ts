import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { writeBarcode } from 'zxing-wasm/writer'

type Writer = typeof writeBarcode

/** Loaded when the first code is drawn; the module comes from the disk and never from the net. */
let loading: Promise<Writer> | undefined

async function loadWriter(): Promise<Writer> {
  const library = await import('zxing-wasm/writer')
  const file = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
  const { buffer, byteOffset, byteLength } = await readFile(file)
  const wasmBinary = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
  await library.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  return library.writeBarcode
}

/** `path`: the dark modules as SVG, in squares of one unit, without a quiet zone. */
export type QrCode = { size: number; path: string }

/**
 * A QR code that is read even with a tenth of it gone (level M).
 * @throws RangeError for a text that is too long
 */
export async function qrCode(text: string): Promise<QrCode> {
  loading ??= loadWriter()
  const write = await loading
  const { symbol, error } = await write(text, {
    format: 'QRCode',
    options: 'ecLevel=M',
    addQuietZones: false,
  })
  if (error !== '') throw new RangeError(error)
  const { width: size, data } = symbol
  let path = ''
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const from = x
      while (x < size && data[y * size + x] === 0) x += 1
      if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`
    }
  return { size, path }
}
