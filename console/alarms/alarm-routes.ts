import type { RouteObject } from 'react-router'

export const alarmRoutes: RouteObject[] = [
  { path: '/su-co', lazy: async () => ({ Component: (await import('./alarm-list.tsx')).AlarmList }) },
]
