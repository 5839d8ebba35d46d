import type { Language } from '@nguon/contract/platform'
import type { Complaint } from '@nguon/domain/poles'

interface PoleWords {
  readonly lead: string
  readonly last: string
  readonly nothingYet: string
  readonly coming: string
  readonly nothingComing: string
  readonly ask: string
  readonly complaints: Readonly<Record<Complaint, string>>
  readonly more: string
  readonly words: string
  readonly phone: string
  readonly phoneHint: string
  readonly privacy: string
  readonly thanks: string
  readonly thanksLead: string
  readonly tracking: string
  readonly trackingHint: string
  readonly waiting: string
  readonly seen: (time: string) => string
  readonly back: string
  readonly unknown: string
  readonly unknownLead: string
  readonly tooMany: string
  readonly tooManyLead: string
  readonly invalid: string
  readonly invalidLead: string
}

export const poleWords: Readonly<Record<Language, PoleWords>> = {
  vi: {
    lead: 'Cụm loa truyền thanh',
    last: 'Vừa phát gần đây',
    nothingYet: 'Cụm loa này chưa phát tin nào.',
    coming: 'Sẽ phát trong 24 giờ tới',
    nothingComing: 'Chưa có tin nào được xếp lịch.',
    ask: 'Loa này bị làm sao?',
    complaints: { loud: 'Quá to', rattle: 'Rè', silent: 'Im tiếng', time: 'Sai giờ' },
    more: 'Muốn nói thêm (không bắt buộc)',
    words: 'Anh/chị thấy thế nào, từ bao giờ?',
    phone: 'Số điện thoại, nếu muốn được trả lời',
    phoneHint: 'Chỉ kỹ thuật viên của xã nhìn thấy, và được xóa sau 90 ngày.',
    privacy: 'Bấm một nút là gửi. Không cần tên, trang này không theo dõi ai.',
    thanks: 'Đã nhận. Cảm ơn anh/chị.',
    thanksLead: 'Phản ánh đã đến danh sách việc của kỹ thuật viên phụ trách cụm loa này.',
    tracking: 'Mã theo dõi',
    trackingHint: 'Giữ lại địa chỉ trang này để biết kỹ thuật viên đã xem chưa.',
    waiting: 'Đang chờ kỹ thuật viên xem.',
    seen: time => `Kỹ thuật viên đã xem và ghi nhận lúc ${time}.`,
    back: 'Về trang của cụm loa',
    unknown: 'Không tìm thấy cụm loa này',
    unknownLead: 'Mã trên cột có thể đã cũ hoặc gõ chưa đúng. Hãy quét lại mã, hoặc báo cho trưởng thôn.',
    tooMany: 'Vừa có nhiều phản ánh được gửi từ đây',
    tooManyLead: 'Hãy chờ một phút rồi gửi lại.',
    invalid: 'Chưa gửi được',
    invalidLead: 'Hãy chọn một trong bốn nút; lời nhắn nhiều nhất 500 chữ, số điện thoại nhiều nhất 20 chữ số.',
  },
  en: {
    lead: 'Public loudspeaker',
    last: 'Played of late',
    nothingYet: 'This loudspeaker has not played anything yet.',
    coming: 'Will play in the next 24 hours',
    nothingComing: 'Nothing is planned.',
    ask: 'What is wrong with this loudspeaker?',
    complaints: { loud: 'Too loud', rattle: 'Rattling', silent: 'Silent', time: 'Wrong time' },
    more: 'Say more (optional)',
    words: 'What do you hear, and since when?',
    phone: 'Telephone, if you want an answer',
    phoneHint: 'Only the technicians of the commune see it, and it is deleted after 90 days.',
    privacy: 'Pressing a button sends it. No name is needed, this page follows nobody.',
    thanks: 'Received. Thank you.',
    thanksLead: 'Your report stands on the list of the technicians of this loudspeaker.',
    tracking: 'Tracking word',
    trackingHint: 'Keep the address of this page to see whether a technician has looked at it.',
    waiting: 'It waits for a technician.',
    seen: time => `A technician has looked at it at ${time}.`,
    back: 'To the page of the loudspeaker',
    unknown: 'This loudspeaker was not found',
    unknownLead: 'The code on the pole may be old or mistyped. Scan it again, or tell the village head.',
    tooMany: 'Many reports were just sent from here',
    tooManyLead: 'Wait a minute and send it again.',
    invalid: 'It was not sent',
    invalidLead: 'Choose one of the four buttons; at most 500 letters, a telephone number of at most 20 digits.',
  },
}
