import { useEffect, useRef } from 'react'
import type { ScanPage } from '#contract/scans.ts'

/** Pages without a paper that came while this is shown; told once all files are read. */
export const useArrivedScans = (
  scans: readonly ScanPage[] | undefined,
  isReading: boolean,
  onArrived: (scans: readonly ScanPage[]) => void,
): void => {
  const seen = useRef<ReadonlySet<string>>(undefined)
  const arrived = useRef<ReadonlySet<string>>(new Set())
  const tell = useRef(onArrived)
  useEffect(() => {
    tell.current = onArrived
  })
  useEffect(() => {
    if (!scans) return
    const before = seen.current
    const isNew = ({ id, state }: ScanPage) => before && !before.has(id) && state === 'loose'
    seen.current = new Set([...(before ?? []), ...scans.map(({ id }) => id)])
    arrived.current = new Set([...arrived.current, ...scans.filter(isNew).map(({ id }) => id)])
    if (isReading) return
    const told = scans.filter(({ id, state }) => arrived.current.has(id) && state === 'loose')
    arrived.current = new Set()
    if (told.length > 0) tell.current(told)
  }, [scans, isReading])
}
