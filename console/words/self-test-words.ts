import { defineWords } from './define-words.ts'

export const selfTestWords = defineWords({
  vi: {
    title: 'Tự kiểm tra',
    none: 'Cụm loa chưa tự kiểm tra lần nào; lần đầu trong vòng bảy ngày từ khi nhận lịch.',
    passed: 'Đạt',
    failed: 'Không đạt',
    heard: (level: string) => `đo được tiếng tại loa, ${level} dBFS`,
    unheard: 'đã phát nhưng không đo được tiếng tại loa',
    noSensor: 'đã phát; cụm loa không có cảm biến nên chưa biết có tiếng hay không',
    output: 'không phát được ra loa',
  },
  en: {
    title: 'Self-test',
    none: 'It has not tested itself yet; the first test comes within seven days of its first line-up.',
    passed: 'Passed',
    failed: 'Failed',
    heard: (level: string) => `sound measured at the horn, ${level} dBFS`,
    unheard: 'played, but no sound was measured at the horn',
    noSensor: 'played; without a sensor nobody knows whether it was heard',
    output: 'the play-out failed',
  },
})
