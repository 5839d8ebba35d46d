import type { RouteObject } from 'react-router'

export const voiceRoutes: RouteObject[] = [
  { path: '/tu-dien', lazy: async () => ({ Component: (await import('./dictionary-page.tsx')).DictionaryPage }) },
]
