import { LoadingLines } from '@nguon/design'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { ProblemNotice } from './problem-notice.tsx'

/** What a query gave, or the shape of it while it is coming, or what went wrong with a way to try again. */
export function Loaded<Data>({
  query,
  lines,
  children,
}: {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>
  lines?: number
  children: (data: Data) => ReactNode
}) {
  const words = useWords(shellWords)
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) {
    return <ProblemNotice error={query.error} title={words.problemTitle} onRetry={() => void query.refetch()} />
  }
  return <LoadingLines label={words.loading} {...(lines === undefined ? {} : { lines })} />
}
