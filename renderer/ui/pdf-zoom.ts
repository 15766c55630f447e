export const pdfZooms = ['page', 'width', 'full'] as const
export type PdfZoom = (typeof pdfZooms)[number]

export const pdfZoomLabels = {
  page: '整页',
  width: '宽度',
  full: '100%',
} as const satisfies Record<PdfZoom, string>

type Size = { width: number; height: number }

/** CSS pixels per point at natural size. */
const naturalScale = 96 / 72

/** CSS pixels per point so that the page fits; never under a tenth of natural size. */
export const pdfScale = (zoom: PdfZoom, page: Size, room: Size): number => {
  const scales = {
    page: Math.min(room.width / page.width, room.height / page.height),
    width: room.width / page.width,
    full: naturalScale,
  } as const satisfies Record<PdfZoom, number>
  return Math.max(naturalScale / 10, scales[zoom])
}

/** The page that stands at the middle of the view, from the top and height of each in the same measure. */
export const pageAt = (
  pages: readonly { top: number; height: number }[],
  middle: number,
): number => {
  const index = pages.findIndex(({ top, height }) => middle < top + height)
  return index === -1 ? pages.length : index + 1
}
