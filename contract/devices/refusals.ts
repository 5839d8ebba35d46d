import { defineRefusals } from '@nguon/contract/platform'

export const deviceRefusals = defineRefusals({
  DEVICE_CLAIMED: {
    status: 409,
    vi: 'Thiết bị này đã được kích hoạt. Nếu cần kích hoạt lại, hãy tạo mã mới trên trang của thiết bị.',
    en: 'This device has been claimed. To claim it again, make a new code on the device page.',
  },
  DEVICE_RETIRED: {
    status: 409,
    vi: 'Thiết bị này đã ngừng sử dụng nên không thay đổi được nữa.',
    en: 'This device is retired and can no longer be changed.',
  },
  GROUP_NAME_TAKEN: {
    status: 409,
    vi: 'Đơn vị đã có nhóm “{name}”. Hãy đặt tên khác.',
    en: 'The unit already has a group “{name}”. Choose another name.',
  },
  GROUP_IN_USE: {
    status: 409,
    vi: 'Nhóm này còn được dùng trong lịch phát {slots} nên chưa xóa được. Hãy đổi nơi phát của lịch đó trước.',
    en: 'Slots still name this group: {slots}. Choose another target for them first.',
  },
  VILLAGE_OUTSIDE_UNIT: {
    status: 422,
    vi: 'Thôn, tổ dân phố được chọn không thuộc đơn vị quản lý thiết bị.',
    en: 'The chosen village does not lie in the unit of the device.',
  },
})
