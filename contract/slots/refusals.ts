import { defineRefusals } from '@nguon/contract/platform'

export const slotRefusals = defineRefusals({
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
  SLOT_ALREADY_AIRED: {
    status: 409,
    vi: 'Buổi phát này đã bắt đầu hoặc đã phát xong nên không sửa được nữa. Muốn phát lại, hãy xếp lịch mới.',
    en: 'This occurrence has begun or is over and can no longer be changed. To play it again, make a new slot.',
  },
  NOT_AN_OCCURRENCE: {
    status: 422,
    vi: 'Lịch này không lặp lại, hoặc không có buổi phát nào vào ngày {day}.',
    en: 'This slot does not recur, or has no occurrence on {day}.',
  },
  PROGRAMME_TOO_LONG: {
    status: 422,
    vi: 'Các tin của lịch này dài cả thảy khoảng {minutes} phút; một buổi phát dài nhiều nhất {limit} phút. Hãy chia thành nhiều buổi.',
    en: 'Together the bulletins of this slot last about {minutes} minutes; {limit} are allowed. Divide them into several slots.',
  },
  BULLETIN_NOT_APPROVED: {
    status: 422,
    vi: 'Tin “{title}” chưa có quyết định duyệt còn hiệu lực nên chưa thể xếp lịch phát.',
    en: '“{title}” has no approval in force, so it cannot be scheduled yet.',
  },
})
