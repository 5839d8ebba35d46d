import type { RouteObject } from 'react-router'

export const mediaRoutes: RouteObject[] = [
  { path: '/thu-vien', lazy: async () => ({ Component: (await import('./media-library.tsx')).MediaLibrary }) },
  { path: '/thu-vien/:mediaId', lazy: async () => ({ Component: (await import('./media-page.tsx')).MediaPage }) },
]
