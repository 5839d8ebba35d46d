import { defineWords } from './define-words.ts'

export const taskWaitWords = defineWords({
  vi: {
    title: 'Thời gian chờ của việc',
    lead: (unit: string) =>
      `Sau bao lâu một việc chưa làm được nhắc lại, và sau bao lâu người làm thay cùng cấp trên cũng thấy việc đó; áp dụng tại ${unit} và các đơn vị trực thuộc.`,
    remind: 'Nhắc sau (phút)',
    stepIn: 'Người làm thay và cấp trên thấy sau (phút)',
    follows: (remind: string, stepIn: string) => `Theo mức chung: nhắc sau ${remind}, làm thay sau ${stepIn}.`,
    ownInstead: (remind: string, stepIn: string) =>
      `Đơn vị quy định riêng; mức chung là nhắc sau ${remind}, làm thay sau ${stepIn}.`,
    bounds: (shortest: string, remind: string, stepIn: string) =>
      `Nhắc sau ${shortest} đến ${remind}; làm thay chậm nhất sau ${stepIn}, không sớm hơn lúc nhắc.`,
    never: 'Không tắt được việc nhắc: việc đã giao thì không được để quên.',
    onlyTighter: 'Tỉnh quy định mức chung; xã chỉ được quy định ngắn hơn.',
    readOnly: 'Chỉ người duyệt và quản trị của đơn vị mới thay đổi được.',
    save: 'Lưu thời gian chờ',
    saved: 'Đã lưu thời gian chờ. Việc đang chờ cũng tính theo mức mới.',
    reset: 'Dùng mức chung',
    minutes: (count: number) => `${count} phút`,
    hours: (count: number) => `${count} giờ`,
    days: (count: number) => `${count} ngày`,
    stale: 'Người khác vừa sửa thời gian chờ. Hãy xem mức mới rồi lưu lại.',
  },
  en: {
    title: 'How long tasks wait',
    lead: (unit: string) =>
      `When a task that is not done is told again, and when deputies and the level above see it too; in ${unit} and all below it.`,
    remind: 'Remind after (minutes)',
    stepIn: 'Deputies and those above see it after (minutes)',
    follows: (remind: string, stepIn: string) => `As above: reminded after ${remind}, others step in after ${stepIn}.`,
    ownInstead: (remind: string, stepIn: string) =>
      `Decided by the unit; otherwise reminded after ${remind}, others step in after ${stepIn}.`,
    bounds: (shortest: string, remind: string, stepIn: string) =>
      `Remind after ${shortest} to ${remind}; others step in after ${stepIn} at the latest, and not before the reminder.`,
    never: 'Reminders cannot be switched off: what was given to somebody must not be forgotten.',
    onlyTighter: 'The province decides; units below may only wait less long.',
    readOnly: 'Only approvers and administrators of the unit can change this.',
    save: 'Save',
    saved: 'Saved. What waits already follows too.',
    reset: 'As above',
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    hours: (count: number) => (count === 1 ? '1 hour' : `${count} hours`),
    days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
    stale: 'Somebody else has just changed this. Look at it anew and save again.',
  },
})
