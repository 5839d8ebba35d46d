import type { RouteObject } from 'react-router'

export const writingRoutes: RouteObject[] = [
  { path: '/tin/moi', lazy: async () => ({ Component: (await import('./new-bulletin.tsx')).NewBulletin }) },
  { path: '/tin/moi/viet', lazy: async () => ({ Component: (await import('./write-bulletin.tsx')).WriteBulletin }) },
  { path: '/tin/:id', lazy: async () => ({ Component: (await import('./bulletin-screen.tsx')).BulletinScreen }) },
]
