import { keepPreviousData } from '@tanstack/react-query'

/** How every list is fetched: page by page, with the rows of before until those of a new filter have come. */
export const byPages = {
  initialPageParam: undefined,
  getNextPageParam: (page: { readonly nextCursor: string | null }) => page.nextCursor ?? undefined,
  placeholderData: keepPreviousData,
}

/** What is asked for, from the page that starts at the cursor. */
export function pageOf<Wish extends object>(wish: Wish) {
  return (cursor: string | undefined) => ({ ...wish, ...(cursor ? { cursor } : {}) })
}
