import { useRef, useState, type DragEvent, type ReactNode } from 'react'

type Props = { enabled: boolean; onFiles: (files: readonly File[]) => void; children: ReactNode }

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')

/** Files may be dropped anywhere on the dossier; the button in 扫描件 does the same by keyboard. */
export function DropArea({ enabled, onFiles, children }: Props) {
  const [over, setOver] = useState(false)
  // Every element inside says that something came and went.
  const depth = useRef(0)
  const leave = () => {
    depth.current = 0
    setOver(false)
  }
  return (
    <div
      className="dossier-drop"
      data-over={(enabled && over) || undefined}
      onDragEnter={(event) => {
        if (!hasFiles(event)) return
        depth.current += 1
        setOver(true)
      }}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) leave()
      }}
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = enabled ? 'copy' : 'none'
      }}
      onDrop={(event) => {
        event.preventDefault()
        leave()
        const files = [...event.dataTransfer.files]
        if (enabled && files.length > 0) onFiles(files)
      }}
    >
      {children}
      {enabled && over ? (
        <div className="dossier-drop-word" aria-hidden="true">
          放开手，就读进这一卷
        </div>
      ) : null}
    </div>
  )
}
