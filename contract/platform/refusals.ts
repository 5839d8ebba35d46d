import { defineRefusals } from './refusal.ts'

/** Refusals that any operation may give. */
export const platformRefusals = defineRefusals({
  UNAUTHENTICATED: {
    status: 401,
    vi: 'Anh/chị chưa đăng nhập hoặc phiên làm việc đã hết hạn. Hãy đăng nhập lại; nội dung đang soạn vẫn được giữ trên máy này.',
    en: 'You are not signed in, or the session has ended. Sign in again; what you were writing is kept on this device.',
  },
  FORBIDDEN: {
    status: 403,
    vi: 'Tài khoản của anh/chị không có quyền thực hiện việc này ở đơn vị này.',
    en: 'Your account may not do this in this unit.',
  },
  NOT_FOUND: {
    status: 404,
    vi: 'Không tìm thấy nội dung được yêu cầu, hoặc anh/chị không có quyền xem.',
    en: 'What was asked for does not exist, or you may not see it.',
  },
  INVALID_INPUT: {
    status: 422,
    vi: 'Thông tin gửi lên chưa hợp lệ: {summary}',
    en: 'The input is not valid: {summary}',
  },
  STALE_VERSION: {
    status: 409,
    vi: 'Nội dung này vừa được người khác sửa (phiên bản {current}). Những gì anh/chị viết vẫn còn; hãy xem bản mới rồi ghép hai bản.',
    en: 'Someone else has just changed this (version {current}). What you wrote is kept; look at the new version and merge the two.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    vi: 'Yêu cầu này trùng mã với một yêu cầu khác đã thực hiện. Hãy tải lại trang rồi thử lại.',
    en: 'This request carries the key of another one that was done. Reload the page and try again.',
  },
  TOO_LARGE: {
    status: 413,
    vi: 'Dữ liệu gửi lên quá lớn: tối đa {limit}.',
    en: 'What was sent is too large: {limit} at most.',
  },
  NO_ROOM: {
    status: 507,
    vi: 'Máy chủ đã hết chỗ lưu tệp. Những gì đã gửi vẫn còn; hãy báo người vận hành máy chủ, rồi thử lại.',
    en: 'The server has no room left for files. What was sent is kept; tell whoever runs the server, then try again.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    vi: 'Có quá nhiều yêu cầu trong thời gian ngắn. Hãy thử lại sau {seconds} giây.',
    en: 'Too many requests in a short time. Try again in {seconds} seconds.',
  },
})
