import { defineWords } from './define-words.ts'

export const decisionWords = defineWords({
  vi: {
    title: 'Các quyết định duyệt',
    counts: (approved: number, onPaper: number, returned: number) =>
      `30 ngày qua: duyệt ${approved} tin, trong đó ${onPaper} tin duyệt giấy; trả lại ${returned} lần.`,
    back: 'Duyệt tin',
    way: 'Cách duyệt',
    all: 'Tất cả',
    paper: 'Duyệt giấy',
    emptyTitle: 'Chưa có quyết định nào',
    noPaper: 'Chưa có tin nào duyệt giấy',
    signed: (name: string, day: string) => `${name} ký ngày ${day}`,
    decisions: { approved: 'Đã duyệt', returned: 'Trả lại' },
    open: 'Xem các quyết định',
  },
  en: {
    title: 'Decisions',
    counts: (approved: number, onPaper: number, returned: number) =>
      `In 30 days: ${approved} approved, ${onPaper} of them on paper; ${returned} returned.`,
    back: 'Approval',
    way: 'Way of approval',
    all: 'All',
    paper: 'On paper',
    emptyTitle: 'No decision yet',
    noPaper: 'Nothing was approved on paper yet',
    signed: (name: string, day: string) => `signed by ${name} on ${day}`,
    decisions: { approved: 'Approved', returned: 'Returned' },
    open: 'See the decisions',
  },
})
