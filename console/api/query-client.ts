import { QueryClient } from '@tanstack/react-query'
import { Problem } from './problem.ts'

/** A refusal stays a refusal however often one asks; only an unreachable or failing server is asked again. */
function mayHelp(failures: number, error: Error): boolean {
  const lasting = error instanceof Problem && error.status >= 400 && error.status < 500
  return !lasting && failures < 2
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: mayHelp, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})
