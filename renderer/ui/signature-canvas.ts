import SignaturePad from 'signature_pad'
import type { Stroke } from '#db/domain/agreement/strokes.ts'

export type Pointer = 'pen' | 'touch' | 'mouse'
export type Drawing = { strokes: Stroke[]; pointer: Pointer }

const pointerOf = (type: string): Pointer => (type === 'pen' || type === 'touch' ? type : 'mouse')

/** What the pad holds, with times from its first point on and places in CSS pixels. */
export const strokesOf = (groups: ReturnType<SignaturePad['toData']>): Stroke[] => {
  const start = groups[0]?.points[0]?.time ?? 0
  return groups
    .filter(({ points }) => points.length > 0)
    .map(({ points }) =>
      points.map(({ x, y, time, pressure }) => ({
        x: Math.round(x * 100) / 100,
        y: Math.round(y * 100) / 100,
        t: Math.max(0, Math.round(time - start)),
        pressure: Math.min(1, Math.max(0, pressure)),
      })),
    )
}

/** A pad on this canvas. The canvas holds real pixels, or the ink looks torn on a fine screen. */
export const openPad = (canvas: HTMLCanvasElement, onDrawn: (drawing: Drawing) => void) => {
  const ratio = Math.max(1, window.devicePixelRatio)
  canvas.width = canvas.offsetWidth * ratio
  canvas.height = canvas.offsetHeight * ratio
  canvas.getContext('2d')?.scale(ratio, ratio)
  const pad = new SignaturePad(canvas, { minWidth: 1.2, maxWidth: 4, penColor: '#101418' })
  let pointer: Pointer = 'mouse'
  const notePointer = ({ pointerType }: PointerEvent) => {
    pointer = pointerOf(pointerType)
  }
  canvas.addEventListener('pointerdown', notePointer, true)
  pad.addEventListener('endStroke', () => onDrawn({ strokes: strokesOf(pad.toData()), pointer }))
  return {
    clear() {
      pad.clear()
      onDrawn({ strokes: [], pointer })
    },
    close() {
      canvas.removeEventListener('pointerdown', notePointer, true)
      pad.off()
    },
  }
}
