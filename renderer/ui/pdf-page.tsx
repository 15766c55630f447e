import { useEffect, useRef } from 'react'
import type { PdfPageView } from './pdf-document.ts'

type Props = { view: PdfPageView; count: number; scale: number; isNear: boolean }

/** Beyond this many device pixels a canvas costs more memory than it shows. */
const maxCanvasPixels = 16_000_000

const sharpness = ({ width, height }: PdfPageView, scale: number): number => {
  const wanted = window.devicePixelRatio || 1
  const pixels = width * scale * height * scale * wanted * wanted
  return pixels > maxCanvasPixels ? wanted * Math.sqrt(maxCanvasPixels / pixels) : wanted
}

/** Draws beside the page and puts the finished picture in one stroke, so that the old one stays until then. */
export const PdfPage = ({ view, count, scale, isNear }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const target = canvas.current
    if (!target || !isNear) return undefined
    const viewport = view.page.getViewport({ scale: scale * sharpness(view, scale) })
    const draft = document.createElement('canvas')
    draft.width = Math.floor(viewport.width)
    draft.height = Math.floor(viewport.height)
    const task = view.page.render({ canvas: draft, viewport })
    let isWanted = true
    const show = async (): Promise<void> => {
      try {
        await task.promise
      } catch (error) {
        // A drawing that a newer one replaced ends this way; anything else is a defect.
        if (isWanted) throw error
        return
      }
      if (!isWanted) return
      target.width = draft.width
      target.height = draft.height
      target.getContext('2d')?.drawImage(draft, 0, 0)
    }
    void show()
    return () => {
      isWanted = false
      task.cancel()
    }
  }, [view, scale, isNear])

  return (
    <section
      className="tx-pdf-page"
      aria-label={`第 ${view.number} 页，共 ${count} 页`}
      data-page={view.number}
      style={{ width: view.width * scale, height: view.height * scale }}
    >
      <canvas ref={canvas} className="tx-pdf-canvas" aria-hidden="true" />
      <p className="tx-pdf-text">{view.text}</p>
    </section>
  )
}
