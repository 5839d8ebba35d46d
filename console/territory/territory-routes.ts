import type { RouteObject } from 'react-router'

export const territoryRoutes: RouteObject[] = [
  { path: '/dia-ban', lazy: async () => ({ Component: (await import('./unit-list.tsx')).UnitList }) },
  { path: '/dia-ban/nhap', lazy: async () => ({ Component: (await import('./import-units.tsx')).ImportUnits }) },
  { path: '/dia-ban/:unitId', lazy: async () => ({ Component: (await import('./unit-page.tsx')).UnitPage }) },
]
