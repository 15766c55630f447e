import type { OutputOf } from '../../lib/ask.ts'

type Props = {
  contents: OutputOf<'volumes.preview'>['contents'] | undefined
  /** Sheet of the file, from 1. */
  onOpen: (sheet: number) => void
}

/** The bookmarks of the volume: each goes to where its paper begins. */
export function VolumeContents({ contents, onOpen }: Props) {
  return (
    <nav className="volume-contents" aria-label="卷内目录">
      {contents === undefined ? null : (
        <ol>
          {contents.map((row) => (
            <li key={`${row.sheet} ${row.title}`}>
              <button type="button" className="volume-mark" onClick={() => onOpen(row.sheet)}>
                <span className="volume-mark-title">{row.title}</span>
                <span className="muted nums">{row.pages === undefined ? '' : row.pages}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </nav>
  )
}
