import { deviceRefusals } from '@nguon/contract/devices'
import { defineRefusals } from '@nguon/contract/platform'

export const assignmentRefusals = defineRefusals({
  DEVICE_STANDS_THERE: {
    status: 422,
    vi: 'Cụm loa đã thuộc đơn vị được chọn. Hãy chọn đơn vị khác.',
    en: 'The device belongs to the chosen unit already. Choose another.',
  },
})

/** Everything a move may be refused by. */
export const moveRefusals = { ...deviceRefusals, ...assignmentRefusals }
