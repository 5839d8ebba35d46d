import type { NoticeField } from './notice-template.ts'

const field = (id: string, kind: NoticeField['kind'], label: string, example: string): NoticeField => ({
  id,
  kind,
  label,
  example,
  required: true,
})

/** The same field, to be left empty if one likes. */
export function optional(field: NoticeField): NoticeField {
  return { ...field, required: false }
}

/** A field whose words fit one template only. */
export function line(id: string, label: string, example: string): NoticeField {
  return field(id, 'line', label, example)
}

/** Fields that several templates share: day, hours, place, telephone. */
export const day = field('day', 'date', 'Ngày', '2026-11-28')
export const untilDay = field('untilDay', 'date', 'Đến ngày', '2026-11-30')
export const from = field('from', 'time', 'Từ giờ', '07:30')
export const until = optional(field('until', 'time', 'Đến giờ', '11:00'))
export const where = line('where', 'Địa điểm', 'Nhà văn hóa thôn 3')
export const who = line('who', 'Ai cần đến', 'trẻ em từ 6 đến 36 tháng tuổi')
export const bring = optional(line('bring', 'Mang theo', 'sổ tiêm chủng và thẻ bảo hiểm y tế'))
export const phone = optional(field('phone', 'phone', 'Số điện thoại liên hệ', '0262 3812 345'))
export const contact = optional(line('contact', 'Người liên hệ', 'bà Nguyễn Thị Hoa, Trạm trưởng Trạm Y tế xã'))
