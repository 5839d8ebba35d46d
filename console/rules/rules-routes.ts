import type { RouteObject } from 'react-router'

export const rulesRoutes: RouteObject[] = [
  { path: '/quy-che', lazy: async () => ({ Component: (await import('./rules-page.tsx')).RulesPage }) },
  { path: '/quy-che/lich-su', lazy: async () => ({ Component: (await import('./rules-history.tsx')).RulesHistory }) },
]
