import { defineRefusals } from '@nguon/contract/platform'

/** Why a file is not taken as sound. */
export const soundRefusals = defineRefusals({
  SOUND_NOT_RECOGNISED: {
    status: 415,
    vi: 'Tệp này không phải là tệp âm thanh (nội dung bên trong: {found}). Hãy chọn tệp MP3, WAV, M4A, OGG hoặc FLAC.',
    en: 'This is not a sound file (what is inside: {found}). Choose an MP3, WAV, M4A, OGG or FLAC file.',
  },
  SOUND_FORMAT_UNSUPPORTED: {
    status: 415,
    vi: 'Máy chủ này chưa đọc được định dạng {found} vì chưa cài chương trình ffmpeg. Hãy chuyển tệp sang MP3 hoặc WAV.',
    en: 'This server cannot read {found}, because ffmpeg is not installed. Convert the file to MP3 or WAV.',
  },
  SOUND_BROKEN: {
    status: 422,
    vi: 'Tệp âm thanh bị hỏng hoặc không đầy đủ, không giải mã được. Hãy chọn lại tệp gốc.',
    en: 'The sound file is damaged or incomplete and cannot be decoded. Choose the original file again.',
  },
  SOUND_SILENT: {
    status: 422,
    vi: 'Tệp không có tiếng, hoặc tiếng ngắn dưới nửa giây. Hãy kiểm tra micrô và thu lại.',
    en: 'There is no sound in the file, or less than half a second of it. Check the microphone and record again.',
  },
  SOUND_TOO_LONG: {
    status: 422,
    vi: 'Âm thanh dài quá {limit} phút. Hãy cắt bớt hoặc chia thành nhiều phần.',
    en: 'The sound is longer than {limit} minutes. Shorten it or divide it into parts.',
  },
  SOUND_TOO_LARGE: {
    status: 413,
    vi: 'Tệp âm thanh lớn quá {limit} MB. Hãy nén tệp hoặc chia thành nhiều phần.',
    en: 'The sound file is larger than {limit} MB. Compress it or divide it into parts.',
  },
})
