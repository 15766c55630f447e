import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { openPdf, type PdfPages } from './pdf-document.ts'
import { PdfPage } from './pdf-page.tsx'
import './pdf-view.css'
import { pageAt, pdfScale, type PdfZoom, pdfZoomLabels, pdfZooms } from './pdf-zoom.ts'

type Props = {
  /** Undefined while the first picture is being made. */
  base64: string | undefined
  /** Names the region for those who listen to the page. */
  label: string
  initialZoom?: PdfZoom
  onPageCount?: (count: number) => void
  /** The page to turn to; a new object turns to it again. */
  target?: { page: number }
}

/** Around a page, in CSS pixels: the desk that shows its edge. */
const desk = 16

type Opened = PdfPages & { base64: string }

/** The pages of the newest PDF; the older ones stay until the newer can be shown. */
const usePages = (base64: string | undefined): { opened?: Opened; broken: boolean } => {
  const [opened, setOpened] = useState<Opened>()
  const [brokenFor, setBrokenFor] = useState<string>()
  useEffect(() => {
    if (base64 === undefined) return undefined
    let isLatest = true
    const open = async (): Promise<void> => {
      try {
        const pdf = await openPdf(base64)
        if (isLatest) setOpened({ ...pdf, base64 })
        else pdf.close()
      } catch {
        if (isLatest) setBrokenFor(base64)
      }
    }
    void open()
    return () => {
      isLatest = false
    }
  }, [base64])
  useEffect(() => () => opened?.close(), [opened])
  return { opened, broken: base64 !== undefined && brokenFor === base64 }
}

export const PdfView = ({ base64, label, initialZoom = 'width', onPageCount, target }: Props) => {
  const { opened, broken } = usePages(base64)
  const [zoom, setZoom] = useState<PdfZoom>(initialZoom)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const [current, setCurrent] = useState(1)
  const scroller = useRef<HTMLDivElement>(null)
  const place = useRef<{ number: number; part: number }>(undefined)
  const pages = opened?.pages ?? []
  const count = pages.length

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element
      setRoom((old) => (old.width === width && old.height === height ? old : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (count > 0) onPageCount?.(count)
  }, [count, onPageCount])

  const pageElements = useCallback(
    (): HTMLElement[] => [
      ...(scroller.current?.querySelectorAll<HTMLElement>('[data-page]') ?? []),
    ],
    [],
  )
  const followScroll = useCallback((): void => {
    const element = scroller.current
    if (!element) return
    const places = pageElements().map(({ offsetTop: top, offsetHeight: height }) => ({
      top,
      height,
    }))
    if (places.length > 0) setCurrent(pageAt(places, element.scrollTop + element.clientHeight / 2))
  }, [pageElements])
  useEffect(followScroll, [followScroll, opened, zoom, room])

  /** Where the view stands in its page, kept over a change of size. */
  const changeZoom = (next: PdfZoom): void => {
    const element = scroller.current
    const page = pageElements()[current - 1]
    place.current =
      element && page
        ? { number: current, part: (element.scrollTop - page.offsetTop) / page.offsetHeight }
        : undefined
    setZoom(next)
  }
  useLayoutEffect(() => {
    const kept = place.current
    const page = kept && pageElements()[kept.number - 1]
    if (!kept || !page) return
    place.current = undefined
    const part = zoom === 'page' ? -desk / page.offsetHeight : kept.part
    scroller.current?.scrollTo({ top: page.offsetTop + part * page.offsetHeight })
  }, [zoom, pageElements, place])

  const turnTo = useCallback(
    (number: number): void => {
      const page = pageElements()[number - 1]
      if (page) scroller.current?.scrollTo({ top: page.offsetTop - desk })
    },
    [pageElements],
  )
  const wanted = useRef<number>(undefined)
  useEffect(() => {
    wanted.current = target?.page
  }, [target])
  useEffect(() => {
    // Asked for before the pages were there: it is turned to when they are.
    if (wanted.current === undefined || count === 0) return
    turnTo(wanted.current)
    wanted.current = undefined
  }, [target, turnTo, count])

  const inner = {
    width: Math.max(0, room.width - 2 * desk),
    height: Math.max(0, room.height - 2 * desk),
  }
  return (
    <div className="tx-pdf">
      <section
        ref={scroller}
        className="tx-pdf-scroller"
        aria-label={label}
        aria-busy={opened?.base64 !== base64}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        tabIndex={0}
        onScroll={followScroll}
      >
        {broken ? <p className="tx-pdf-note">这份文件打不开，请重新生成预览。</p> : undefined}
        {!opened && !broken ? <p className="tx-pdf-note">正在准备预览…</p> : undefined}
        {room.width > 0 &&
          pages.map((view) => (
            <PdfPage
              key={view.number}
              view={view}
              count={count}
              scale={pdfScale(zoom, view, inner)}
              isNear={Math.abs(view.number - current) <= 2}
            />
          ))}
      </section>
      <fieldset className="tx-pdf-tools" aria-label="预览大小和翻页">
        {pdfZooms.map((one) => (
          <Button key={one} pressed={zoom === one} onClick={() => changeZoom(one)}>
            {pdfZoomLabels[one]}
          </Button>
        ))}
        <span className="tx-pdf-gap" />
        <Button disabled={current <= 1} onClick={() => turnTo(current - 1)}>
          上页
        </Button>
        <output aria-live="polite" className="tx-pdf-count">
          {count > 0 ? `${current} / ${count} 页` : ' '}
        </output>
        <Button disabled={current >= count} onClick={() => turnTo(current + 1)}>
          下页
        </Button>
      </fieldset>
    </div>
  )
}
