import type { ImportFaultCode } from '@nguon/domain/territory'
import { defineRefusals } from '@nguon/contract/platform'

/** What can be wrong with a unit, as a row of an import and as a refusal of a single change. `{value}` is the cell or the unit's name. */
export const unitFaults = defineRefusals({
  NAME_MISSING: { status: 422, vi: 'Đơn vị chưa có tên.', en: 'The unit has no name.' },
  NAME_UNREADABLE: {
    status: 422,
    vi: 'Tên đơn vị còn trống hoặc dài quá 100 ký tự.',
    en: 'The name is empty or longer than 100 characters.',
  },
  KIND_UNKNOWN: {
    status: 422,
    vi: 'Loại đơn vị của “{value}” không dùng cho cấp này.',
    en: 'The kind of “{value}” is not used at this level.',
  },
  KIND_UNREADABLE: {
    status: 422,
    vi: 'Không rõ loại đơn vị “{value}”. Ví dụ cấp xã: xã, phường, đặc khu, thị trấn.',
    en: 'The kind “{value}” is not known. At commune level it is xã, phường, đặc khu or thị trấn.',
  },
  LEVEL_UNKNOWN: {
    status: 422,
    vi: 'Không rõ cấp “{value}”. Hãy ghi: trung ương, tỉnh, huyện, xã hoặc thôn.',
    en: 'The level “{value}” is not known. Write centre, province, district, commune or village.',
  },
  CODE_MISSING: {
    status: 422,
    vi: 'Thiếu mã đơn vị. Chỉ thôn, tổ dân phố mới được để trống mã.',
    en: 'The code is missing. Only villages may come without one.',
  },
  CODE_UNREADABLE: {
    status: 422,
    vi: 'Mã “{value}” không đúng mẫu: tỉnh 2 chữ số, huyện 3 chữ số, xã 5 chữ số, thôn là mã xã kèm hậu tố như 24343-T01.',
    en: 'The code “{value}” has no known form: province 2 digits, district 3, commune 5, village the commune’s code with a suffix such as 24343-T01.',
  },
  CODE_MALFORMED: {
    status: 422,
    vi: 'Mã của “{value}” không đúng mẫu của cấp này.',
    en: 'The code of “{value}” has not the form of its level.',
  },
  CODE_FILLED_UP: {
    status: 422,
    vi: 'Mã “{value}” bị mất số 0 ở đầu (thường do Excel); đã tự thêm lại.',
    en: 'The code “{value}” had lost its leading zeros (spreadsheets do that); they were put back.',
  },
  CODE_REPEATED: {
    status: 422,
    vi: 'Mã “{value}” đã có ở một dòng phía trên trong tệp.',
    en: 'The code “{value}” stands in an earlier row already.',
  },
  CODE_TAKEN: {
    status: 422,
    vi: 'Mã của “{value}” đang là mã của đơn vị khác.',
    en: 'The code of “{value}” belongs to another unit.',
  },
  CODE_RETIRED: {
    status: 422,
    vi: 'Mã “{value}” đã cấp cho một đơn vị không còn (hoặc chưa có) vào ngày này; mã không được dùng lại.',
    en: 'The code “{value}” belongs to a unit that does not exist on this day; codes are never used again.',
  },
  CODE_OUTSIDE_PARENT: {
    status: 422,
    vi: 'Mã của “{value}” phải bắt đầu bằng mã của xã chứa nó.',
    en: 'The code of “{value}” must begin with the code of its commune.',
  },
  PARENT_UNKNOWN: {
    status: 422,
    vi: 'Không có đơn vị cấp trên mang mã “{value}”, cả trong tệp lẫn trong hệ thống.',
    en: 'No unit above has the code “{value}”, neither in the file nor in the system.',
  },
  PARENT_NOT_VALID: {
    status: 422,
    vi: 'Đơn vị cấp trên của “{value}” không tồn tại vào ngày này.',
    en: 'The unit above “{value}” does not exist on this day.',
  },
  PARENT_LEVEL: {
    status: 422,
    vi: '“{value}” không thể đứng ngay dưới đơn vị cấp trên đã ghi: sai cấp.',
    en: '“{value}” cannot stand under that unit: the levels do not fit.',
  },
  CIRCLE: {
    status: 422,
    vi: '“{value}” và các đơn vị cấp trên của nó tạo thành vòng lặp.',
    en: '“{value}” and the units above it form a circle.',
  },
  SECOND_ROOT: {
    status: 422,
    vi: 'Đã có đơn vị cao nhất; hãy ghi mã cấp trên cho “{value}”.',
    en: 'There is a topmost unit already; name the unit above “{value}”.',
  },
  SIBLING_NAME: {
    status: 422,
    vi: 'Cùng một nơi đã có “{value}”. Vẫn lưu được, nhưng nên đổi tên để khỏi nhầm.',
    en: 'There is another “{value}” in the same place. It is kept, but should be renamed.',
  },
  HOUSEHOLDS_UNREADABLE: {
    status: 422,
    vi: 'Số hộ “{value}” không phải là số nguyên.',
    en: 'The number of households “{value}” is no whole number.',
  },
  PLACE_UNREADABLE: {
    status: 422,
    vi: 'Tọa độ không nằm trong lãnh thổ Việt Nam; hãy xem lại vĩ độ và kinh độ có bị đổi chỗ không.',
    en: 'The coordinates lie outside Việt Nam; look whether latitude and longitude are swapped.',
  },
  CHANGES_LATER: {
    status: 422,
    vi: '“{value}” đã có thay đổi ghi sẵn cho một ngày sau đó; hãy xử lý thay đổi ấy trước.',
    en: 'A later change of “{value}” is entered already; settle that one first.',
  },
  OUTSIDE_RIGHTS: {
    status: 403,
    vi: 'Tài khoản của anh/chị không có quyền thêm hoặc sửa “{value}”.',
    en: 'Your account may not add or change “{value}”.',
  },
} satisfies Record<ImportFaultCode, unknown>)
