import type { RouteObject } from 'react-router'

export const approvalRoutes: RouteObject[] = []
