import { defineRefusals } from '@nguon/contract/platform'
import type { RuleName } from '@nguon/domain/rules'

export const rulesRefusals = defineRefusals({
  RULES_ALLOW_NOTHING: {
    status: 422,
    vi: 'Quy chế này không để lại phút nào được phát trong tuần. Hãy xem lại giờ không phát, khung giờ và ngày không phát.',
    en: 'These rules leave no minute of the week in which anything may sound. Look again at hours, windows and days.',
  },
  QUIET_HOURS_LOOSENED: {
    status: 422,
    vi: 'Giờ không phát này hẹp hơn quy định của {unit} ({citation}). Đơn vị chỉ được quy định chặt hơn cấp trên.',
    en: 'These quiet hours are narrower than those of {unit} ({citation}). A unit may only be stricter than those above.',
  },
  WINDOWS_LOOSENED: {
    status: 422,
    vi: 'Có khung giờ phát nằm ngoài khung giờ của {unit} ({citation}). Đơn vị chỉ được quy định chặt hơn cấp trên.',
    en: 'A window lies outside the windows of {unit} ({citation}). A unit may only be stricter than those above.',
  },
  SESSIONS_LOOSENED: {
    status: 422,
    vi: 'Số buổi mỗi ngày nhiều hơn quy định của {unit} ({citation}). Đơn vị chỉ được quy định chặt hơn cấp trên.',
    en: 'There are more sessions a day than {unit} allows ({citation}). A unit may only be stricter than those above.',
  },
  MINUTES_LOOSENED: {
    status: 422,
    vi: 'Số phút mỗi buổi dài hơn quy định của {unit} ({citation}). Đơn vị chỉ được quy định chặt hơn cấp trên.',
    en: 'Sessions are longer than {unit} allows ({citation}). A unit may only be stricter than those above.',
  },
  VOLUME_LOOSENED: {
    status: 422,
    vi: 'Có giờ âm lượng cao hơn mức của {unit} ({citation}). Đơn vị chỉ được quy định chặt hơn cấp trên.',
    en: 'An hour is louder than {unit} allows ({citation}). A unit may only be stricter than those above.',
  },
  PLACE_NAMES_NOBODY: {
    status: 422,
    vi: 'Hãy cho biết nơi cần yên tĩnh: cụm loa, thôn, hoặc tọa độ và bán kính.',
    en: 'Say which place needs quiet: loudspeakers, villages, or a point and its radius.',
  },
  PLACE_ENDS_BEFORE_START: {
    status: 422,
    vi: 'Ngày cuối của thời gian yên tĩnh sớm hơn ngày đầu.',
    en: 'The last quiet day is before the first.',
  },
})

/** Which refusal tells that a rule is looser than one above; silent days only add up and cannot be. */
export const looseningRefusals = {
  quietHours: rulesRefusals.QUIET_HOURS_LOOSENED,
  broadcastWindows: rulesRefusals.WINDOWS_LOOSENED,
  maximumSessionsPerDay: rulesRefusals.SESSIONS_LOOSENED,
  minutesPerSession: rulesRefusals.MINUTES_LOOSENED,
  maximumVolumeByHour: rulesRefusals.VOLUME_LOOSENED,
} satisfies Partial<Record<RuleName, unknown>>
