import { defineRefusals } from '@nguon/contract/platform'

/** Why a file of units cannot be read at all, or a change of one may not be carried out. */
export const territoryRefusals = defineRefusals({
  FILE_EMPTY: {
    status: 422,
    vi: 'Tệp không có dòng dữ liệu nào dưới dòng tiêu đề.',
    en: 'The file has no rows under its heading.',
  },
  FILE_IS_WORKBOOK: {
    status: 422,
    vi: 'Đây là tệp Excel (.xlsx). Trong Excel hãy chọn Lưu thành (Save As) → “CSV UTF-8”, rồi nhập tệp .csv.',
    en: 'This is an Excel workbook. In Excel choose Save As → “CSV UTF-8” and import that file.',
  },
  FILE_NOT_UNICODE: {
    status: 422,
    vi: 'Tệp không dùng bảng mã Unicode (UTF-8) nên chữ Việt có thể sai. Trong Excel hãy lưu lại thành “CSV UTF-8”.',
    en: 'The file is not in Unicode (UTF-8), so its Vietnamese may be wrong. In Excel save it as “CSV UTF-8”.',
  },
  FILE_BROKEN: {
    status: 422,
    vi: 'Không đọc được tệp từ dòng {line}: dấu nháy kép hoặc số cột không đúng.',
    en: 'The file cannot be read from line {line} on: its quotation marks are wrong.',
  },
  FILE_TOO_LONG: {
    status: 422,
    vi: 'Tệp có quá nhiều dòng: mỗi lần nhập nhiều nhất {limit} dòng.',
    en: 'The file has too many rows: {limit} at most.',
  },
  FILE_WITHOUT_COLUMNS: {
    status: 422,
    vi: 'Dòng đầu của tệp thiếu cột: {columns}.',
    en: 'The first line of the file lacks the columns: {columns}.',
  },
  FILE_COLUMN_TWICE: {
    status: 422,
    vi: 'Dòng đầu của tệp có hai cột cùng nghĩa: {column}.',
    en: 'The first line of the file names a column twice: {column}.',
  },
  IMPORT_HAS_FAULTS: {
    status: 422,
    vi: 'Tệp còn {count} lỗi nên chưa nhập gì. Lỗi đầu tiên: {first}',
    en: 'The file has {count} faults, so nothing was imported. The first: {first}',
  },
  UNIT_IS_ROOT: {
    status: 422,
    vi: '“{value}” là đơn vị cao nhất nên không thể kết thúc.',
    en: '“{value}” is the topmost unit and cannot end.',
  },
  UNIT_HAS_UNITS_BELOW: {
    status: 422,
    vi: '“{value}” còn đơn vị trực thuộc vào ngày đó, như “{below}”. Hãy chuyển hoặc kết thúc các đơn vị ấy trước.',
    en: '“{value}” still has units below it on that day, such as “{below}”. Move or end those first.',
  },
  UNIT_IN_USE: {
    status: 422,
    vi: '“{value}” còn {count} {what} nên chưa kết thúc được. Trên trang của đơn vị, hãy bấm “Thay đổi” rồi chọn “Chuyển hết {what} đi”.',
    en: '“{value}” still holds {count} ({what}) and cannot end yet. On the page of the unit choose “Change”, then move all of them to another unit.',
  },
  UNIT_STANDS_THERE: {
    status: 422,
    vi: 'Đơn vị đã trực thuộc “{value}”.',
    en: 'The unit stands under “{value}” already.',
  },
  DAY_BEFORE_START: {
    status: 422,
    vi: 'Ngày có hiệu lực phải sau ngày {validFrom}, ngày bắt đầu của tên hiện nay.',
    en: 'The day must be after {validFrom}, when the present name began.',
  },
})
