import { defineRefusals } from '@nguon/contract/platform'

/** Why a file does not come into the library. */
export const libraryRefusals = defineRefusals({
  UPLOAD_NOT_FOUND: {
    status: 404,
    vi: 'Không tìm thấy tệp đang tải lên, hoặc tệp đã quá hạn. Hãy tải lên lại.',
    en: 'There is no such upload, or it is too old. Upload the file again.',
  },
  UPLOAD_UNFINISHED: {
    status: 409,
    vi: 'Tệp mới tải lên được {received} trong {expected} byte. Hãy chờ tải xong.',
    en: 'Only {received} of {expected} bytes have arrived. Wait until the upload is done.',
  },
  UPLOAD_TOO_LARGE: {
    status: 413,
    vi: 'Tệp lớn quá {limit} MB.',
    en: 'The file is larger than {limit} MB.',
  },
  FILE_TYPE_REFUSED: {
    status: 415,
    vi: 'Nội dung tệp ({found}) không đúng loại đã chọn. Các loại nhận được: {accepted}.',
    en: 'What is in the file ({found}) is not of the kind chosen. Taken are: {accepted}.',
  },
  FILE_INFECTED: {
    status: 422,
    vi: 'Tệp bị phần mềm diệt vi-rút từ chối ({found}). Hãy kiểm tra máy đã tạo ra tệp này.',
    en: 'The virus scanner refused the file ({found}). Check the machine it comes from.',
  },
  SCAN_FAILED: {
    status: 503,
    vi: 'Chưa kiểm tra được vi-rút cho tệp. Hãy thử lại sau, hoặc báo người quản trị.',
    en: 'The file could not be scanned for viruses. Try again later, or tell the administrator.',
  },
})
