import { attachmentBytes, type ScanRow } from '#db/queries/scans.ts'
import type { Store } from '#db/store/opened-store.ts'
import { boxOf } from '#documents/scan/page-parts.ts'
import { openRaster, type Raster, type ScanMediaType } from '#documents/scan/raster.ts'
import { uprightPng } from '#documents/scan/write-png.ts'

/** Bytes of pictures kept at hand; the oldest go first. */
const mostKept = 24 * 1024 * 1024
/** How long the file that was looked into last stays open, in milliseconds: its next page is asked for next. */
const staysOpen = 20_000

type Album = {
  pictures: Map<string, Uint8Array>
  open: { attachmentId: string; raster: Raster } | undefined
  timer: NodeJS.Timeout | undefined
  /** One picture after the other. */
  last: Promise<unknown>
}

/** Gone with the store they were drawn from. */
const albums = new WeakMap<Store, Album>()

function albumOf(store: Store): Album {
  const known = albums.get(store)
  if (known) return known
  const made = { pictures: new Map(), open: undefined, timer: undefined, last: Promise.resolve() }
  albums.set(store, made)
  return made
}

function closeFile(album: Album) {
  album.open?.raster.close()
  album.open = undefined
}

/**
 * A page upright, as a PNG no wider than asked. Whether somebody may see it is the caller's to know.
 * @throws ScanFileError
 */
export function scanPicture(store: Store, scan: ScanRow, width: number): Promise<Uint8Array> {
  const album = albumOf(store)
  const key = [scan.id, scan.turn, width].join(' ')
  const drawn = album.last.then(async () => {
    const known = album.pictures.get(key)
    if (known) return known
    clearTimeout(album.timer)
    const png = await draw(await rasterOf(store, album, scan), scan, width)
    keep(album.pictures, key, png)
    album.timer = setTimeout(() => closeFile(album), staysOpen).unref()
    return png
  })
  album.last = drawn.catch(() => undefined)
  return drawn
}

async function rasterOf(store: Store, album: Album, scan: ScanRow): Promise<Raster> {
  if (album.open?.attachmentId === scan.attachment_id) return album.open.raster
  closeFile(album)
  const bytes = await attachmentBytes(store.db, scan.attachment_id)
  const raster = await openRaster(bytes, scan.mediaType as ScanMediaType)
  album.open = { attachmentId: scan.attachment_id, raster }
  return raster
}

async function draw(raster: Raster, scan: ScanRow, width: number): Promise<Uint8Array> {
  const isSideways = scan.turn === 90 || scan.turn === 270
  const image = await raster.colour(scan.file_page, (size) => {
    const box = boxOf(scan.part, size)
    const scale = width / (isSideways ? box.height : box.width)
    return raster.isPhoto ? Math.min(1, scale) : scale
  })
  return uprightPng(image, boxOf(scan.part, image), scan.turn)
}

function keep(pictures: Album['pictures'], key: string, png: Uint8Array) {
  pictures.set(key, png)
  let sum = 0
  for (const { length } of pictures.values()) sum += length
  for (const [old, { length }] of pictures) {
    if (sum <= mostKept) break
    pictures.delete(old)
    sum -= length
  }
}
