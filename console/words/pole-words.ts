import { defineWords } from './define-words.ts'

export const poleWords = defineWords({
  vi: {
    sheet: 'In mã dán cột',
    sheetTitle: 'Mã dán ở cột loa',
    sheetLead:
      'In khổ A6, ép nhựa và dán ngang tầm mắt. Người dân quét mã để báo loa quá to, rè, im tiếng hoặc sai giờ.',
    back: 'Trang của cụm loa',
    print: 'In',
    picture: 'Mã QR dẫn đến trang của cụm loa',
    reports: 'Người dân báo tại cột',
    loudspeaker: (complaint: string) => `Loa ${complaint}`,
    phone: (number: string) => `gọi lại: ${number}`,
  },
  en: {
    sheet: 'Print the pole code',
    sheetTitle: 'The code on the pole',
    sheetLead: 'Print it on A6, laminate it and glue it at eye level. Whoever scans it can report the loudspeaker.',
    back: 'To the loudspeaker',
    print: 'Print',
    picture: 'QR code to the page of the loudspeaker',
    reports: 'What citizens told at the pole',
    loudspeaker: (complaint: string) => `Loudspeaker ${complaint}`,
    phone: (number: string) => `call back: ${number}`,
  },
})
