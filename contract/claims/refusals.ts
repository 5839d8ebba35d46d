import { defineRefusals } from '@nguon/contract/platform'

export const claimRefusals = defineRefusals({
  CLAIM_CODE_UNKNOWN: {
    status: 404,
    vi: 'Mã kích hoạt không đúng, đã dùng hoặc đã hết hạn. Hãy tạo mã mới trên trang của cụm loa rồi nhập lại.',
    en: 'The claim code is wrong, used or expired. Make a new one on the device page and enter it again.',
  },
})
