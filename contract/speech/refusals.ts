import { defineRefusals } from '@nguon/contract/platform'

/** Why a reading has no sound. `why` and `whyEn` are `speechFaults` in words, `sentence` is where it went wrong. */
export const speechRefusals = defineRefusals({
  VOICE_RENDER_FAILED: {
    status: 503,
    vi: 'Máy đọc {engine} không đọc được câu “{sentence}” ({why}). Chưa có âm thanh nào được lưu. Hãy thử lại, sửa câu này hoặc chọn giọng khác.',
    en: 'The voice engine {engine} could not read the sentence “{sentence}” ({whyEn}). No sound was stored. Try again, change the sentence or choose another voice.',
  },
  VOICE_ENGINE_UNAVAILABLE: {
    status: 503,
    vi: 'Máy đọc {engine} chưa dùng được trên máy chủ này ({detail}). Hãy chọn máy đọc khác hoặc báo người quản trị.',
    en: 'The voice engine {engine} cannot be used on this server ({detail}). Choose another or tell the administrator.',
  },
  VOICE_UNKNOWN: {
    status: 422,
    vi: 'Máy đọc {engine} không có giọng {voice}. Các giọng có sẵn: {voices}.',
    en: 'The voice engine {engine} has no voice {voice}. It has: {voices}.',
  },
  VOICE_TEXT_EMPTY: {
    status: 422,
    vi: 'Bản tin không có chữ nào để đọc.',
    en: 'There is nothing to read in this bulletin.',
  },
  VOICE_TEXT_TOO_LONG: {
    status: 422,
    vi: 'Bản tin dài khoảng {minutes} phút khi đọc; mỗi bản tin đọc nhiều nhất {limit} phút. Hãy rút gọn hoặc chia thành nhiều bản tin.',
    en: 'Read aloud this bulletin takes about {minutes} minutes; {limit} are allowed. Shorten it or divide it.',
  },
})

/** What can be wrong with what an engine gives for a sentence. */
export const speechFaults = {
  crashed: { vi: 'máy đọc dừng đột ngột', en: 'the engine stopped' },
  'timed-out': { vi: 'máy đọc không trả lời kịp', en: 'the engine did not answer in time' },
  refused: { vi: 'máy đọc từ chối', en: 'the engine refused' },
  unreadable: { vi: 'âm thanh máy đọc trả về không giải mã được', en: 'what the engine gave is no sound' },
  silent: { vi: 'không có tiếng', en: 'there is no sound' },
  'too-quiet': { vi: 'tiếng quá nhỏ', en: 'it is too quiet' },
  'too-loud': { vi: 'tiếng quá to', en: 'it is too loud' },
  clipped: { vi: 'tiếng bị vỡ', en: 'it is clipped' },
  noise: { vi: 'chỉ có tạp âm, không phải tiếng nói', en: 'it is noise, not speech' },
  'too-short': { vi: 'đọc thiếu, quá ngắn so với câu', en: 'it is too short for the sentence' },
  'too-long': { vi: 'đọc thừa, quá dài so với câu', en: 'it is too long for the sentence' },
} as const

export type SpeechFault = keyof typeof speechFaults
