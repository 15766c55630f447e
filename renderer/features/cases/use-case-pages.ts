import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call, type InputOf, type OutputOf } from '../../lib/ask.ts'
import { failureOf } from '../../lib/failure.ts'

export type CaseListFilter = Pick<InputOf<'cases.list'>, 'view' | 'text'>

const pageSize = 100
const firstPage = ''

/** The list page by page, each asked for after the last row of the one before. */
export const useCasePages = (filter: CaseListFilter) => {
  const pages = useInfiniteQuery({
    queryKey: ['cases', 'cases.list', filter],
    queryFn: ({ pageParam }: { pageParam: string }): Promise<OutputOf<'cases.list'>> =>
      call('cases.list', {
        ...filter,
        limit: pageSize,
        ...(pageParam === firstPage ? {} : { after: pageParam }),
      }),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  const { data, error, fetchNextPage } = pages
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items), [data])
  const failure = useMemo(() => (error ? failureOf(error) : undefined), [error])
  return {
    rows,
    failure,
    /** The rows shown belong to the filter before this one. */
    previous: pages.isPlaceholderData,
    hasMore: pages.hasNextPage,
    loadingMore: pages.isFetchingNextPage,
    more: () => void fetchNextPage(),
  }
}
