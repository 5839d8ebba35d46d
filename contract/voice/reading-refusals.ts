import { defineRefusals } from '@nguon/contract/platform'

/** Why a text cannot be read aloud as it stands. */
export const readingRefusals = defineRefusals({
  READING_UNDECIDED: {
    status: 422,
    vi: 'Có từ máy chưa biết đọc: {tokens}. Hãy ghi cách đọc, hoặc đồng ý đọc từng chữ cái, rồi trình duyệt lại.',
    en: 'There are words the reader does not know: {tokens}. Say how they are spoken, or accept that they are spelled, then submit again.',
  },
  LANGUAGE_NEEDS_RECORDING: {
    status: 422,
    vi: 'Chưa có giọng máy cho {language}. Hãy thu âm người nói tiếng bản địa.',
    en: 'There is no voice for {language}. Record a native speaker.',
  },
  RECORDING_MISSING: {
    status: 422,
    vi: 'Tệp thu âm của bản tin chưa có trong thư viện của đơn vị hoặc chưa xử lý xong. Hãy chọn lại tệp.',
    en: 'The recording is not in the library of the unit, or is not prepared yet. Choose it again.',
  },
  ENTRY_EXISTS: {
    status: 409,
    vi: 'Từ “{written}” đã có trong từ điển của đơn vị. Hãy sửa từ đó.',
    en: '“{written}” is already in the dictionary of the unit. Change that entry.',
  },
})
