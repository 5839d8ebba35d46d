import type { RouteObject } from 'react-router'

export const noticeRoutes: RouteObject[] = [
  { path: '/tin/moi/mau/:template', lazy: async () => ({ Component: (await import('./notice-form.tsx')).NoticeForm }) },
]
