import type { RouteObject } from 'react-router'

export const scheduleRoutes: RouteObject[] = [
  { path: '/lich-phat', lazy: async () => ({ Component: (await import('./timetable.tsx')).Timetable }) },
]
