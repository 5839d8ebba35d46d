import { defineRefusals } from '@nguon/contract/platform'

export const scheduleRefusals = defineRefusals({
  SLOT_REFUSED: {
    status: 422,
    vi: 'Không lưu được lịch phát này: {reasons}',
    en: 'This slot cannot be saved: {reasons}',
  },
  SLOT_CANCELLED: {
    status: 409,
    vi: 'Lịch phát này đã hủy nên không sửa được nữa.',
    en: 'This slot was cancelled and can no longer be changed.',
  },
  BULLETIN_NOT_APPROVED: {
    status: 422,
    vi: 'Tin “{title}” chưa có quyết định duyệt còn hiệu lực nên chưa thể xếp lịch phát.',
    en: '“{title}” has no approval in force, so it cannot be scheduled yet.',
  },
})
