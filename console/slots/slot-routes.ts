import type { RouteObject } from 'react-router'

export const slotRoutes: RouteObject[] = [
  { path: '/lich-phat/moi', lazy: async () => ({ Component: (await import('./new-slot.tsx')).NewSlot }) },
  {
    path: '/lich-phat/nhanh/:bulletinId',
    lazy: async () => ({ Component: (await import('./quick-slot.tsx')).QuickSlot }),
  },
  { path: '/lich-phat/:slotId', lazy: async () => ({ Component: (await import('./slot-page.tsx')).SlotPage }) },
  { path: '/lich-phat/:slotId/sua', lazy: async () => ({ Component: (await import('./edit-slot.tsx')).EditSlot }) },
]
