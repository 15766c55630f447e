import { type ReactNode, useRef } from 'react'
import type { ScanPage } from '#contract/scans.ts'
import { scanName } from './scan-words.ts'
import { useScanImage, useSeen } from './use-scan-image.ts'

type Props = {
  scan: ScanPage
  /** Stands over the file's name: 第 2 页. */
  title?: ReactNode
  check?: ReactNode
  onLook: () => void
  children?: ReactNode
}

const thumbWidth = 240

/** One scanned page as a small picture, with what may be done to it. */
export function ScanCard({ scan, title, check, onLook, children }: Props) {
  const card = useRef<HTMLLIElement>(null)
  const seen = useSeen(card)
  const { source, broken } = useScanImage(scan, thumbWidth, seen)
  const name = scanName(scan)
  return (
    <li ref={card} className="dossier-scan">
      <button
        type="button"
        className="dossier-scan-look"
        aria-label={`放大看 ${name}`}
        onClick={onLook}
      >
        {source ? (
          <img src={source} alt="" />
        ) : (
          <span className="muted">{broken ? '这一页打不开' : '正在取图…'}</span>
        )}
      </button>
      {title}
      <span className="hint dossier-scan-name">{name}</span>
      {check}
      <div className="dossier-scan-actions">{children}</div>
    </li>
  )
}
