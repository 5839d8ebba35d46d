import { defineWords } from './define-words.ts'

export const taskWords = defineWords({
  vi: {
    title: 'Việc cần làm',
    lead: 'Mọi việc đang chờ anh/chị, việc gấp đứng trên.',
    counts: (total: number, pressing: number) =>
      pressing === 0 ? `${total} việc đang chờ.` : `${total} việc đang chờ, ${pressing} việc đã chờ lâu hoặc quá hạn.`,
    emptyTitle: 'Không có việc nào đang chờ',
    emptyWords: 'Khi có tin chờ duyệt, tin bị trả lại, lịch cần xếp hoặc sự cố thiết bị, việc sẽ hiện ở đây.',
    since: (time: string) => `chờ từ ${time}`,
    due: (time: string) => `hạn ${time}`,
    reaches: { deputy: 'Làm thay', above: 'Cấp dưới chờ lâu' },
    waiting: 'Chờ lâu',
    overdue: 'Quá hạn',
    done: 'Đã làm xong trong 30 ngày qua',
    doneAt: (time: string) => `xong lúc ${time}`,
    finished: 'Đã xong',
    open: (count: number) => `Việc cần làm: ${count} việc đang chờ`,
  },
  en: {
    title: 'Tasks',
    lead: 'Everything that waits for you, the pressing first.',
    counts: (total: number, pressing: number) =>
      pressing === 0 ? `${total} waiting.` : `${total} waiting, ${pressing} of them for too long or overdue.`,
    emptyTitle: 'Nothing waits for you',
    emptyWords: 'Bulletins to approve or to mend, slots to arrange and device alarms will stand here.',
    since: (time: string) => `waiting since ${time}`,
    due: (time: string) => `due ${time}`,
    reaches: { deputy: 'As a deputy', above: 'Left waiting below' },
    waiting: 'Waiting long',
    overdue: 'Overdue',
    done: 'Done in the last 30 days',
    doneAt: (time: string) => `done at ${time}`,
    finished: 'Done',
    open: (count: number) => `Tasks: ${count} waiting`,
  },
})
