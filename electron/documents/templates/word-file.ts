import { inflateRawSync } from 'node:zlib'
import { fetchesFromElsewhere, withoutAttachedTemplate } from './word-links.ts'

/** @policy Bytes of a file that is taken as a template, and of what it unpacks to. */
export const largestTemplate = 10 * 1024 * 1024
const largestText = 12 * 1024 * 1024
const largestUnpacked = 60 * 1024 * 1024
const mostEntries = 1000

/** Why a file is no Word file that can be filled; `damaged` is one that was. */
export type WordFileFault =
  | 'tooLarge'
  | 'oldWord'
  | 'password'
  | 'otherOffice'
  | 'notZip'
  | 'noDocument'
  | 'macros'
  | 'linked'
  | 'damaged'

/** Parts of a Word file by their names, unpacked. */
export type WordParts = ReadonlyMap<string, Buffer>

export type WordFile =
  | { parts: WordParts; fault?: undefined }
  | { fault: WordFileFault; parts?: undefined }

class Unreadable extends Error {
  readonly fault: WordFileFault
  constructor(fault: WordFileFault) {
    super(fault)
    this.fault = fault
  }
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

const directoryAt = (zip: Buffer): { at: number; count: number } => {
  for (let end = zip.length - 22; end >= Math.max(0, zip.length - 65_557); end -= 1)
    if (zip.readUInt32LE(end) === endOfDirectory)
      return { at: zip.readUInt32LE(end + 16), count: zip.readUInt16LE(end + 10) }
  throw new Unreadable('damaged')
}

/** Bytes of one entry; never unpacks more than it is allowed, whatever the file says of its size. */
const unpack = (zip: Buffer, entry: number, limit: number): Buffer => {
  const [flags, method] = [zip.readUInt16LE(entry + 8), zip.readUInt16LE(entry + 10)]
  const [packed, at] = [zip.readUInt32LE(entry + 20), zip.readUInt32LE(entry + 42)]
  if ((flags & 1) !== 0) throw new Unreadable('password')
  if (zip.readUInt32LE(at) !== localEntry) throw new Unreadable('damaged')
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  const bytes = zip.subarray(start, start + packed)
  if (bytes.length !== packed) throw new Unreadable('damaged')
  if (method === 0) {
    if (packed > limit) throw new Unreadable('tooLarge')
    return bytes
  }
  if (method !== 8) throw new Unreadable('damaged')
  try {
    return inflateRawSync(bytes, { maxOutputLength: limit })
  } catch (error) {
    const full = error instanceof RangeError
    throw new Unreadable(full ? 'tooLarge' : 'damaged')
  }
}

export const isTextPart = (name: string): boolean => /\.(?:xml|rels|vml)$/iu.test(name)

const unzip = (zip: Buffer): Map<string, Buffer> => {
  const { at, count } = directoryAt(zip)
  if (count > mostEntries) throw new Unreadable('tooLarge')
  const parts = new Map<string, Buffer>()
  let left = largestUnpacked
  let entry = at
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(entry) !== directoryEntry) throw new Unreadable('damaged')
    const length = zip.readUInt16LE(entry + 28)
    const name = zip.toString('utf8', entry + 46, entry + 46 + length).replaceAll('\\', '/')
    if (!name.endsWith('/')) {
      const bytes = unpack(zip, entry, Math.min(left, isTextPart(name) ? largestText : left))
      left -= bytes.length
      parts.set(name, bytes)
    }
    entry += 46 + length + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
  return parts
}

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const storyTypes = [
  mainType,
  ...['header', 'footer', 'footnotes', 'comments'].map(
    (kind) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`,
  ),
]
const contentTypes = '[Content_Types].xml'

/** Names of the parts of some kinds, as the file's own list gives them. */
const partsOfTypes = (parts: WordParts, types: readonly string[]): string[] => {
  const list = parts.get(contentTypes)?.toString('utf8') ?? ''
  return [...list.matchAll(/<Override\b[^>]*>/gu)].flatMap(([tag]) => {
    const name = /\bPartName\s*=\s*["']\/([^"']+)["']/u.exec(tag)?.[1]
    const type = /\bContentType\s*=\s*["']([^"']+)["']/u.exec(tag)?.[1]
    return name !== undefined && type !== undefined && types.includes(type) && parts.has(name)
      ? [name]
      : []
  })
}

export const mainPart = (parts: WordParts): string | undefined => partsOfTypes(parts, [mainType])[0]

/** Names of the parts with words that are filled, the body first. */
export const storyParts = (parts: WordParts): string[] =>
  storyTypes.flatMap((type) => partsOfTypes(parts, [type]))

const lookOver = (parts: WordParts): void => {
  const names = [...parts.keys()]
  if (names.some((name) => /vbaProject\.bin$/iu.test(name))) throw new Unreadable('macros')
  const main = mainPart(parts)
  if (main === undefined) {
    const list = parts.get(contentTypes)?.toString('utf8') ?? ''
    if (/spreadsheetml|presentationml/u.test(list)) throw new Unreadable('otherOffice')
    throw new Unreadable(/macroEnabled/u.test(list) ? 'macros' : 'noDocument')
  }
  for (const [name, bytes] of parts) {
    // Declared entities could unfold without end; no Word file has a document type.
    if (isTextPart(name) && bytes.subarray(0, 4096).includes('<!DOCTYPE'))
      throw new Unreadable('damaged')
  }
  if (!/<w:body[ >]/u.test(parts.get(main)?.toString('utf8') ?? '')) throw new Unreadable('damaged')
  if (fetchesFromElsewhere(parts)) throw new Unreadable('linked')
}

const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const encrypted = Buffer.from('EncryptedPackage', 'utf16le')

/** A Word file of today taken apart within bounds, or why it is none. */
export const readWordFile = (bytes: Uint8Array): WordFile => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length > largestTemplate) return { fault: 'tooLarge' }
  if (file.subarray(0, oldOffice.length).equals(oldOffice))
    return { fault: file.includes(encrypted) ? 'password' : 'oldWord' }
  if (file.subarray(0, 2).toString('latin1') !== 'PK') return { fault: 'notZip' }
  try {
    const parts = unzip(file)
    withoutAttachedTemplate(parts)
    lookOver(parts)
    return { parts }
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault }
    // A length that points outside of the file.
    if (error instanceof RangeError) return { fault: 'damaged' }
    throw error
  }
}
