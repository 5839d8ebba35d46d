import { defineWords } from './define-words.ts'

export const todayWords = defineWords({
  vi: {
    title: 'Hôm nay',
    date: (weekday: string, day: string) => `${weekday}, ngày ${day}`,
    waiting: 'Chờ tôi duyệt',
    returned: 'Bị trả lại, cần sửa',
    drafts: 'Bản nháp đang viết',
    nothingWaits: 'Không có việc nào đang chờ anh/chị',
    nothingWaitsWords: 'Khi có tin cần duyệt hoặc bị trả lại, tin sẽ hiện ở đây.',
    seeAll: 'Xem tất cả',
  },
  en: {
    title: 'Today',
    date: (weekday: string, day: string) => `${weekday}, ${day}`,
    waiting: 'Waiting for my approval',
    returned: 'Returned, to be changed',
    drafts: 'Drafts in hand',
    nothingWaits: 'Nothing waits for you',
    nothingWaitsWords: 'When a bulletin is to be approved, or comes back, it stands here.',
    seeAll: 'See all',
  },
})
