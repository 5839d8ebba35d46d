import type { RouteObject } from 'react-router'

export const deviceRoutes: RouteObject[] = [
  { path: '/cum-loa', lazy: async () => ({ Component: (await import('./device-list.tsx')).DeviceList }) },
  { path: '/cum-loa/moi', lazy: async () => ({ Component: (await import('./register-device.tsx')).RegisterDevice }) },
  {
    path: '/cum-loa/co-tin-hieu',
    lazy: async () => ({ Component: (await import('../telemetry/availability-list.tsx')).AvailabilityList }),
  },
  { path: '/cum-loa/nhom', lazy: async () => ({ Component: (await import('./group-list.tsx')).GroupList }) },
  { path: '/cum-loa/nhom/moi', lazy: async () => ({ Component: (await import('./group-page.tsx')).NewGroup }) },
  { path: '/cum-loa/nhom/:groupId', lazy: async () => ({ Component: (await import('./group-page.tsx')).GroupPage }) },
  { path: '/cum-loa/:deviceId', lazy: async () => ({ Component: (await import('./device-page.tsx')).DevicePage }) },
  {
    path: '/cum-loa/:deviceId/ma-dan',
    lazy: async () => ({ Component: (await import('../poles/pole-sheet.tsx')).PoleSheet }),
  },
  { path: '/cum-loa/:deviceId/sua', lazy: async () => ({ Component: (await import('./edit-device.tsx')).EditDevice }) },
]
