import type { RouteObject } from 'react-router'

export const bulletinRoutes: RouteObject[] = [
  { path: '/tin', lazy: async () => ({ Component: (await import('./bulletin-list.tsx')).BulletinList }) },
]
