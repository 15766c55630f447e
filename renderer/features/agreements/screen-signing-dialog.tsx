import { Eraser } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { openPad, type Drawing } from '../../ui/signature-canvas.ts'
import type { ScreenSigned } from './signature-rows.ts'

type Props = {
  record: AgreementRecord
  /** Who signs, with what he is. */
  title: string
  signerName: string
  /** Place and witness of the signature before, so that they are written once. */
  before: { place: string; witnessName: string }
  onClose: () => void
  onSigned: (signed: ScreenSigned) => void
}

/** One person writes the name with pen or finger, on the text whose code stands above, while somebody watches. */
export function ScreenSigningDialog(props: Props) {
  const { record, title, signerName, before, onClose, onSigned } = props
  const [drawing, setDrawing] = useState<Drawing>()
  const [place, setPlace] = useState(before.place)
  const [witnessName, setWitnessName] = useState(before.witnessName)
  const [isChecked, setIsChecked] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<ReturnType<typeof openPad>>(undefined)
  useEffect(() => {
    if (!canvas.current) return undefined
    const opened = openPad(canvas.current, setDrawing)
    pad.current = opened
    return () => opened.close()
  }, [])
  const strokes = drawing?.strokes ?? []
  const isDrawn = strokes.length > 0
  const errors = {
    place: place.trim() === '' ? '请写在哪里签的' : undefined,
    witness:
      witnessName.trim() === ''
        ? '请写谁看着签的'
        : witnessName.trim() === signerName.trim()
          ? '见证人不能是签名人自己'
          : undefined,
  }
  const finish = () => {
    setIsChecked(true)
    if (!drawing || !isDrawn || errors.place || errors.witness || !record.sha256) return
    onSigned({
      strokes: strokes.map((stroke) => [...stroke]),
      paperSha256: record.sha256,
      place: place.trim(),
      witnessName: witnessName.trim(),
      pointer: drawing.pointer,
    })
  }
  return (
    <Dialog
      title={`请 ${title} 在框里签名`}
      open
      width={960}
      onClose={onClose}
      onConfirm={finish}
      confirmText="签好了"
      enterConfirms={false}
      extra={
        <Button
          icon={<Eraser aria-hidden="true" />}
          disabled={!isDrawn}
          onClick={() => pad.current?.clear()}
        >
          擦掉重签
        </Button>
      }
    >
      <p>
        签的是 {record.fileNumber} 协议书，共 {record.content.clauses.length} 条，核验码{' '}
        <b className="nums">{record.paperCode}</b>。签名只用在这一份上，不会用到别处。
      </p>
      <canvas
        ref={canvas}
        className="signature-pad"
        aria-label={`${signerName}的签名框，用手写笔、手指或鼠标签`}
      />
      {isChecked && !isDrawn ? (
        <p className="tx-error" role="alert">
          框里还没有签名。不方便在屏幕上签的，请按“取消”，改在纸上签。
        </p>
      ) : null}
      <div className="row">
        <TextField
          label="签名地点"
          value={place}
          maxLength={100}
          {...(isChecked && errors.place ? { error: errors.place } : {})}
          onChange={setPlace}
        />
        <TextField
          label="见证人"
          value={witnessName}
          maxLength={30}
          {...(isChecked && errors.witness ? { error: errors.witness } : {})}
          onChange={setWitnessName}
        />
      </div>
    </Dialog>
  )
}
