import type { RouteObject } from 'react-router'

export const bulletinRoutes: RouteObject[] = [
  { path: '/tin', lazy: async () => ({ Component: (await import('./bulletin-list.tsx')).BulletinList }) },
  { path: '/tin/moi', lazy: async () => ({ Component: (await import('./new-bulletin.tsx')).NewBulletin }) },
  { path: '/tin/moi/mau/:template', lazy: async () => ({ Component: (await import('./notice-form.tsx')).NoticeForm }) },
  { path: '/tin/moi/viet', lazy: async () => ({ Component: (await import('./write-bulletin.tsx')).WriteBulletin }) },
  { path: '/tin/:id', lazy: async () => ({ Component: (await import('./bulletin-screen.tsx')).BulletinScreen }) },
]
