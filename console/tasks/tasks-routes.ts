import type { RouteObject } from 'react-router'

export const tasksRoutes: RouteObject[] = [
  { path: '/viec', lazy: async () => ({ Component: (await import('./task-list.tsx')).TaskList }) },
  { path: '/viec/thoi-gian-cho', lazy: async () => ({ Component: (await import('./task-waits.tsx')).TaskWaits }) },
]
