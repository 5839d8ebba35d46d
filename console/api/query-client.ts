import { focusManager, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { api } from './client.ts'
import { isProblem, Problem } from './problem.ts'

/** A refusal stays a refusal however often one asks; only an unreachable or failing server is asked again. */
function mayHelp(failures: number, error: Error): boolean {
  const lasting = error instanceof Problem && error.status >= 400 && error.status < 500
  return !lasting && failures < 2
}

/** What this page took for one's rights is no longer so: a role or the rules of signing in were changed meanwhile. */
function renewRights(error: Error): void {
  if (isProblem(error, 'FORBIDDEN')) void queryClient.invalidateQueries({ queryKey: api.session.readSelf.key() })
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: renewRights }),
  mutationCache: new MutationCache({ onError: renewRights }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: mayHelp, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

// Of two windows side by side both are visible: coming back to one is told by its focus alone.
focusManager.setEventListener(handle => {
  const focus = () => handle(true)
  const show = () => handle(document.visibilityState !== 'hidden')
  addEventListener('focus', focus)
  addEventListener('visibilitychange', show)
  return () => {
    removeEventListener('focus', focus)
    removeEventListener('visibilitychange', show)
  }
})
