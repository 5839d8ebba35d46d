import type { RouteObject } from 'react-router'

export const scheduleRoutes: RouteObject[] = [
  { path: '/lich-phat', lazy: async () => ({ Component: (await import('./timetable.tsx')).Timetable }) },
  { path: '/lich-phat/moi', lazy: async () => ({ Component: (await import('./new-slot.tsx')).NewSlot }) },
  { path: '/lich-phat/:slotId', lazy: async () => ({ Component: (await import('./slot-page.tsx')).SlotPage }) },
  { path: '/lich-phat/:slotId/sua', lazy: async () => ({ Component: (await import('./edit-slot.tsx')).EditSlot }) },
]
