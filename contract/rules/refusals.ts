import { defineRefusals } from '@nguon/contract/platform'

export const rulesRefusals = defineRefusals({
  RULES_ALLOW_NOTHING: {
    status: 422,
    vi: 'Quy chế này không để lại phút nào được phát trong tuần. Hãy xem lại giờ không phát và khung giờ phát.',
    en: 'These rules leave no minute of the week in which anything may sound. Look again at quiet hours and windows.',
  },
})
