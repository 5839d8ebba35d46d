import {
  type Icon,
  IconAlertTriangle,
  IconBooks,
  IconBuildingBroadcastTower,
  IconCalendarTime,
  IconCircleCheck,
  IconGavel,
  IconHistory,
  IconHome,
  IconMap2,
  IconNews,
  IconUsers,
  IconVocabulary,
} from '@tabler/icons-react'
import type { Role } from '@nguon/domain/platform'
import type { shellWords } from '../words/shell-words.ts'

export interface NavigationEntry {
  readonly name: keyof (typeof shellWords)['vi']['navigation']
  readonly path: string
  readonly icon: Icon
  /** Who has something to do there; null: everyone. */
  readonly roles: readonly Role[] | null
}

/** The parts of the workplace, in the order of the journey of a bulletin. On a phone the first four stand in the bar. */
export const navigation: readonly NavigationEntry[] = [
  { name: 'today', path: '/', icon: IconHome, roles: null },
  {
    name: 'bulletins',
    path: '/tin',
    icon: IconNews,
    roles: ['author', 'approver', 'operator', 'villageHead', 'reportOfficer', 'inspector', 'administrator'],
  },
  { name: 'approval', path: '/duyet', icon: IconCircleCheck, roles: ['approver'] },
  {
    name: 'schedule',
    path: '/lich-phat',
    icon: IconCalendarTime,
    roles: ['author', 'approver', 'operator', 'inspector', 'administrator'],
  },
  {
    name: 'devices',
    path: '/cum-loa',
    icon: IconBuildingBroadcastTower,
    roles: ['author', 'approver', 'operator', 'technician', 'inspector', 'reportOfficer', 'administrator'],
  },
  {
    name: 'alarms',
    path: '/su-co',
    icon: IconAlertTriangle,
    roles: ['author', 'approver', 'operator', 'technician', 'inspector', 'reportOfficer', 'administrator'],
  },
  {
    name: 'rules',
    path: '/quy-che',
    icon: IconGavel,
    roles: ['author', 'approver', 'operator', 'technician', 'inspector', 'reportOfficer', 'administrator'],
  },
  {
    name: 'library',
    path: '/thu-vien',
    icon: IconBooks,
    roles: ['author', 'approver', 'operator', 'villageHead', 'feedbackOfficer', 'inspector', 'administrator'],
  },
  {
    name: 'dictionary',
    path: '/tu-dien',
    icon: IconVocabulary,
    roles: ['author', 'approver', 'operator', 'villageHead', 'inspector', 'administrator'],
  },
  { name: 'territory', path: '/dia-ban', icon: IconMap2, roles: null },
  { name: 'accounts', path: '/tai-khoan', icon: IconUsers, roles: ['administrator', 'inspector'] },
  { name: 'audit', path: '/nhat-ky', icon: IconHistory, roles: ['inspector', 'administrator'] },
]
