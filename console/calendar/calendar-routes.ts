import type { RouteObject } from 'react-router'

export const calendarRoutes: RouteObject[] = [
  { path: '/lich-nam', lazy: async () => ({ Component: (await import('./calendar-years.tsx')).CalendarYears }) },
  {
    path: '/lich-nam/:kind/:year',
    lazy: async () => ({ Component: (await import('./calendar-year.tsx')).CalendarYear }),
  },
]
