import type { RouteObject } from 'react-router'

export const todayRoutes: RouteObject[] = [
  { path: '/', lazy: async () => ({ Component: (await import('./today.tsx')).Today }) },
]
