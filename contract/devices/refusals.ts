import { defineRefusals } from '@nguon/contract/platform'

export const deviceRefusals = defineRefusals({
  CLAIM_CODE_UNKNOWN: {
    status: 404,
    vi: 'Mã kích hoạt không đúng, đã dùng hoặc đã hết hạn. Hãy tạo mã mới trên trang của cụm loa rồi nhập lại.',
    en: 'The claim code is wrong, used or expired. Make a new one on the device page and enter it again.',
  },
  DEVICE_RETIRED: {
    status: 409,
    vi: 'Thiết bị này đã ngừng sử dụng nên không thay đổi được nữa.',
    en: 'This device is retired and can no longer be changed.',
  },
  VILLAGE_OUTSIDE_UNIT: {
    status: 422,
    vi: 'Thôn, tổ dân phố được chọn không thuộc đơn vị quản lý thiết bị.',
    en: 'The chosen village does not lie in the unit of the device.',
  },
})
