import type { RouteObject } from 'react-router'

export const accountRoutes: RouteObject[] = [
  { path: '/tai-khoan', lazy: async () => ({ Component: (await import('./account-list.tsx')).AccountList }) },
  { path: '/tai-khoan/moi', lazy: async () => ({ Component: (await import('./create-account.tsx')).CreateAccount }) },
  {
    path: '/tai-khoan/quy-dinh-dang-nhap',
    lazy: async () => ({ Component: (await import('./sign-in-policy.tsx')).SignInPolicy }),
  },
  {
    path: '/tai-khoan/nhom-don-vi',
    lazy: async () => ({ Component: (await import('./unit-sets.tsx')).UnitSets }),
  },
  {
    path: '/tai-khoan/:accountId',
    lazy: async () => ({ Component: (await import('./account-page.tsx')).AccountPage }),
  },
]
