import type { RouteObject } from 'react-router'

export const tasksRoutes: RouteObject[] = [
  { path: '/viec', lazy: async () => ({ Component: (await import('./task-list.tsx')).TaskList }) },
]
