import type { RouteObject } from 'react-router'

/** Pages for those who are not signed in yet. */
export const entranceRoutes: RouteObject[] = [
  { path: '/dang-nhap', lazy: async () => ({ Component: (await import('./sign-in-page.tsx')).SignInPage }) },
  { path: '/thiet-lap', lazy: async () => ({ Component: (await import('./set-up-page.tsx')).SetUpPage }) },
  { path: '/dat-mat-khau', lazy: async () => ({ Component: (await import('./invitation-page.tsx')).InvitationPage }) },
]

export const myAccountRoutes: RouteObject[] = [
  { path: '/tai-khoan-cua-toi', lazy: async () => ({ Component: (await import('./my-account.tsx')).MyAccount }) },
  {
    path: '/tai-khoan-cua-toi/thiet-bi',
    lazy: async () => ({ Component: (await import('./my-devices.tsx')).MyDevices }),
  },
]
