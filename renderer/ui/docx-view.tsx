import { useEffect, useRef, useState } from 'react'
import './docx-view.css'

type Props = {
  base64: string
  /** Names the region for those who listen to the page. */
  label: string
}

/** Around a page, in CSS pixels. */
const desk = 16

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

const pageCss = `
  :host { display: block }
  .page-wrapper { background: none; padding: 0; display: flex; flex-flow: column; align-items: center }
  .page-wrapper > section.page { background: #fff; box-shadow: none; outline: 1px solid #d9d8d1; margin: 0 0 ${desk}px }
`

/** What a Word file may carry beside words and pictures: nothing of it is followed or loaded. */
const makeHarmless = (root: HTMLElement): void => {
  for (const link of root.querySelectorAll('a')) link.removeAttribute('href')
  for (const frame of root.querySelectorAll('iframe, object, embed, script')) frame.remove()
  for (const image of root.querySelectorAll('img'))
    if (!image.src.startsWith('data:')) image.removeAttribute('src')
}

/** Draws the file into a root of its own, so that its styles and ours do not meet. */
const draw = async (base64: string, host: HTMLElement): Promise<void> => {
  const { renderAsync } = await import('docx-preview')
  const own = document.createElement('style')
  own.textContent = pageCss
  const styles = document.createElement('div')
  const body = document.createElement('div')
  await renderAsync(bytesOf(base64), body, styles, {
    className: 'page',
    inWrapper: true,
    useBase64URL: true,
    renderAltChunks: false,
    renderComments: false,
    ignoreLastRenderedPageBreak: true,
  })
  makeHarmless(body)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  root.replaceChildren(styles, own, body)
}

/** As wide as there is room for, never larger than on paper. */
const fit = (scroller: HTMLElement, host: HTMLElement): void => {
  const page = host.shadowRoot?.querySelector<HTMLElement>('section.page')
  if (!page) return
  host.style.setProperty('zoom', '1')
  const scale = Math.min(1, (scroller.clientWidth - 2 * desk) / page.offsetWidth)
  host.style.setProperty('zoom', String(scale))
}

type State = 'drawing' | 'drawn' | 'failed'

/** A Word file about as Word shows it: lines and pages may break elsewhere. */
export const DocxView = ({ base64, label }: Props) => {
  const scroller = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<{ base64: string; state: State }>()
  const state = shown?.base64 === base64 ? shown.state : 'drawing'
  useEffect(() => {
    const [frame, page] = [scroller.current, host.current]
    if (!frame || !page) return undefined
    let isLatest = true
    const show = async (): Promise<void> => {
      const outcome = await draw(base64, page).then(
        (): State => 'drawn',
        (): State => 'failed',
      )
      if (!isLatest) return
      setShown({ base64, state: outcome })
      fit(frame, page)
    }
    void show()
    const watcher = new ResizeObserver(() => fit(frame, page))
    watcher.observe(frame)
    return () => {
      isLatest = false
      watcher.disconnect()
    }
  }, [base64])
  return (
    <div ref={scroller} className="tx-docx" role="region" aria-label={label}>
      {state === 'drawing' ? <p className="tx-docx-note">正在打开…</p> : undefined}
      {state === 'failed' ? (
        <p className="tx-docx-note">这份文件在这里显示不出来。请用 Word 打开看。</p>
      ) : undefined}
      <div ref={host} className="tx-docx-pages" hidden={state === 'failed'} />
    </div>
  )
}
