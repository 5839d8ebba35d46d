import type { RouteObject } from 'react-router'

export const deviceRoutes: RouteObject[] = [
  { path: '/cum-loa', lazy: async () => ({ Component: (await import('./device-list.tsx')).DeviceList }) },
  { path: '/cum-loa/moi', lazy: async () => ({ Component: (await import('./register-device.tsx')).RegisterDevice }) },
  { path: '/cum-loa/:deviceId', lazy: async () => ({ Component: (await import('./device-page.tsx')).DevicePage }) },
  { path: '/cum-loa/:deviceId/sua', lazy: async () => ({ Component: (await import('./edit-device.tsx')).EditDevice }) },
]
