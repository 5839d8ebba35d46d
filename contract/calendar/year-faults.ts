import { defineRefusals } from '@nguon/contract/platform'
import type { YearFault } from '@nguon/domain/calendar'

/** What is wrong with a row, in words. */
export const yearFaults = defineRefusals({
  NOT_A_DAY: {
    status: 422,
    vi: '“{value}” không phải là ngày. Hãy viết như 05/02/2027.',
    en: '“{value}” is not a day. Write it like 05/02/2027.',
  },
  NOT_A_LUNAR_DATE: {
    status: 422,
    vi: 'Ngày {value}: ngày âm phải từ 1 đến 30, tháng âm từ 1 đến 12, kèm năm âm.',
    en: '{value}: the lunar day is 1 to 30, the lunar month 1 to 12, with its year.',
  },
  OTHER_YEAR: {
    status: 422,
    vi: 'Ngày {value} không thuộc năm đang nhập.',
    en: '{value} is not in the year of this table.',
  },
  DAY_TWICE: {
    status: 422,
    vi: 'Ngày {value} có trong hai dòng.',
    en: '{value} is in two rows.',
  },
  DAYS_MISSING: {
    status: 422,
    vi: 'Bảng thiếu ngày: {value}.',
    en: 'The table lacks days: {value}.',
  },
  LUNAR_NOT_NEXT: {
    status: 422,
    vi: 'Ngày {value}: ngày âm không nối tiếp ngày âm của hôm trước.',
    en: '{value}: the lunar date does not follow that of the day before.',
  },
  NAME_MISSING: {
    status: 422,
    vi: 'Ngày {value}: chưa có tên ngày nghỉ.',
    en: '{value}: the day off has no name.',
  },
  UNKNOWN_KIND: {
    status: 422,
    vi: 'Loại “{value}” không có: hãy viết nghỉ lễ, nghỉ bù, nghỉ hoán đổi hoặc làm bù.',
    en: 'There is no kind “{value}”: write nghỉ lễ, nghỉ bù, nghỉ hoán đổi or làm bù.',
  },
  ENDS_BEFORE_START: {
    status: 422,
    vi: 'Ngày {value}: ngày cuối sớm hơn ngày đầu.',
    en: '{value}: the last day is before the first.',
  },
  TOO_MANY_DAYS: {
    status: 422,
    vi: 'Kỳ nghỉ từ ngày {value} dài hơn 14 ngày.',
    en: 'The days off from {value} are more than 14.',
  },
  NOT_ON_A_HOLIDAY: {
    status: 422,
    vi: 'Ngày {value} âm lịch phải là ngày nghỉ lễ theo Điều 112 Bộ luật Lao động: ngày âm và ngày nghỉ lễ không khớp nhau.',
    en: '{value} of the lunar calendar is a holiday by article 112 of the Labour Code: lunar days and days off do not agree.',
  },
} satisfies Record<YearFault['code'], unknown>)
