import type { RouteObject } from 'react-router'

export const approvalRoutes: RouteObject[] = [
  { path: '/duyet', lazy: async () => ({ Component: (await import('./waiting-list.tsx')).WaitingList }) },
  { path: '/duyet/quyet-dinh', lazy: async () => ({ Component: (await import('./decision-list.tsx')).DecisionList }) },
  { path: '/duyet/:id', lazy: async () => ({ Component: (await import('./review-screen.tsx')).ReviewScreen }) },
  { path: '/duyet/:id/giay', lazy: async () => ({ Component: (await import('./paper-approval.tsx')).PaperApproval }) },
]
