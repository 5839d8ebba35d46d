import { defineRefusals } from '@nguon/contract/platform'

export const deviceRefusals = defineRefusals({
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
