import { defineRefusals } from '@nguon/contract/platform'
import { slotRefusals } from '@nguon/contract/slots'

export const takingRefusals = {
  SLOT_CANCELLED: slotRefusals.SLOT_CANCELLED,
  ...defineRefusals({
    SLOT_NOT_FOR_TAKING: {
      status: 422,
      vi: 'Chỉ lịch thông thường của cấp trên mới cần đơn vị nhận hoặc không nhận phát.',
      en: 'Only normal slots of a higher unit are for this unit to take or to leave.',
    },
    SLOTS_DO_NOT_COLLIDE: {
      status: 422,
      vi: 'Các lịch này không phải là lịch ưu tiên trùng giờ trên cụm loa của đơn vị nên không có thứ tự để chọn.',
      en: 'These are not priority slots that collide on the loudspeakers of the unit, so there is no order to decide.',
    },
  }),
}
