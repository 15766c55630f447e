import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import type { ScanPage } from '#contract/scans.ts'
import { call } from '../../lib/ask.ts'

/** The picture of a page, kept as long as the page lies the same way; placing it does not make it anew. */
export const useScanImage = (
  { id, turn }: Pick<ScanPage, 'id' | 'turn'>,
  width: number,
  enabled = true,
): { source?: string; broken: boolean } => {
  const { data, isError } = useQuery({
    queryKey: ['scanImages', id, turn, width],
    queryFn: () => call('scans.image', { scanId: id, width }),
    enabled,
  })
  return {
    ...(data && { source: `data:image/png;base64,${data.base64}` }),
    broken: isError,
  }
}

/** True once the element has come near the window. */
export const useSeen = (element: RefObject<HTMLElement | null>): boolean => {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const watched = element.current
    if (!watched || seen) return undefined
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true)
      },
      { rootMargin: '400px' },
    )
    watcher.observe(watched)
    return () => watcher.disconnect()
  }, [element, seen])
  return seen
}
