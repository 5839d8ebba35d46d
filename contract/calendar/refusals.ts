import { defineRefusals } from '@nguon/contract/platform'

export const calendarRefusals = defineRefusals({
  CALENDAR_KEPT_ABOVE: {
    status: 422,
    vi: 'Ngày âm và ngày nghỉ lễ dùng chung cho toàn tỉnh, do quản trị cấp tỉnh nhập.',
    en: 'Lunar days and days off are the same in the whole province; its administrator enters them.',
  },
  YEAR_TABLE_UNREADABLE: {
    status: 422,
    vi: 'Không đọc được bảng. Hãy lưu tệp Excel thành “CSV UTF-8” với dòng đầu là: {columns}.',
    en: 'The table cannot be read. Save the workbook as “CSV UTF-8” with the first line: {columns}.',
  },
  YEAR_HAS_FAULTS: {
    status: 422,
    vi: 'Bảng còn {count} lỗi nên chưa lưu gì. Lỗi đầu tiên: {first}',
    en: 'The table has {count} faults, so nothing was saved. The first: {first}',
  },
})
