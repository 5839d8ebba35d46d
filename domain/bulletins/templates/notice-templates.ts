import { civilNotices } from './civil-notices.ts'
import { healthNotices } from './health-notices.ts'
import type { NoticeTemplate } from './notice-template.ts'
import { safetyNotices } from './safety-notices.ts'
import { utilityNotices } from './utility-notices.ts'

/** Every *mẫu thông báo*, in the order of the list on the screen: the most used first within each group. */
export const noticeTemplates: readonly NoticeTemplate[] = [
  ...civilNotices,
  ...healthNotices,
  ...utilityNotices,
  ...safetyNotices,
]
