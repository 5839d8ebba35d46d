import { createBrowserRouter, Outlet } from 'react-router'
import { accountRoutes } from './accounts/account-routes.ts'
import { alarmRoutes } from './alarms/alarm-routes.ts'
import { approvalRoutes } from './approval/approval-routes.ts'
import { auditRoutes } from './audit/audit-routes.ts'
import { bulletinRoutes } from './bulletins/bulletin-routes.ts'
import { calendarRoutes } from './calendar/calendar-routes.ts'
import { deviceRoutes } from './devices/device-routes.ts'
import { entranceRoutes, myAccountRoutes } from './identity/identity-routes.ts'
import { mediaRoutes } from './media/media-routes.ts'
import { noticeRoutes } from './notices/notice-routes.ts'
import { NotFound, ScreenFault } from './shell/screen-fault.tsx'
import { Shell } from './shell/shell.tsx'
import { rulesRoutes } from './rules/rules-routes.ts'
import { scheduleRoutes } from './schedule/schedule-routes.ts'
import { slotRoutes } from './slots/slot-routes.ts'
import { tasksRoutes } from './tasks/tasks-routes.ts'
import { territoryRoutes } from './territory/territory-routes.ts'
import { todayRoutes } from './today/today-routes.ts'
import { voiceRoutes } from './voice/voice-routes.ts'
import { writingRoutes } from './writing/writing-routes.ts'

/** Every address of the workplace. A module names its own; each screen is fetched when it is first opened. */
export const router = createBrowserRouter(
  [
    {
      ErrorBoundary: ScreenFault,
      Component: Outlet,
      HydrateFallback: () => null,
      children: [
        ...entranceRoutes,
        {
          Component: Shell,
          children: [
            {
              ErrorBoundary: ScreenFault,
              children: [
                ...todayRoutes,
                ...tasksRoutes,
                ...bulletinRoutes,
                ...writingRoutes,
                ...noticeRoutes,
                ...mediaRoutes,
                ...approvalRoutes,
                ...scheduleRoutes,
                ...slotRoutes,
                ...deviceRoutes,
                ...alarmRoutes,
                ...rulesRoutes,
                ...calendarRoutes,
                ...voiceRoutes,
                ...territoryRoutes,
                ...accountRoutes,
                ...auditRoutes,
                ...myAccountRoutes,
                { path: '*', Component: NotFound },
              ],
            },
          ],
        },
      ],
    },
  ],
  { basename: '/lam-viec' },
)
