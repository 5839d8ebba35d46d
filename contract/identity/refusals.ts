import { defineRefusals } from '@nguon/contract/platform'

/** What may be said about signing in. None of it tells a stranger whether an account exists. */
export const sessionRefusals = defineRefusals({
  SIGN_IN_WRONG: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Anh/chị hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại.',
    en: 'The user name or the password is wrong. Check the keyboard layout and Caps Lock, and try again.',
  },
  SIGN_IN_LOCKED: {
    status: 429,
    vi: 'Đã nhập sai quá nhiều lần. Hãy thử lại sau {minutes} phút, hoặc liên hệ người quản trị của đơn vị để được cấp lại mật khẩu.',
    en: 'Too many wrong attempts. Try again in {minutes} minutes, or ask the administrator of your unit for a new password.',
  },
  ACCOUNT_LOCKED: {
    status: 403,
    vi: 'Tài khoản này đang bị khóa. Hãy liên hệ người quản trị của đơn vị.',
    en: 'This account is locked. Ask the administrator of your unit.',
  },
  SECOND_FACTOR_WRONG: {
    status: 401,
    vi: 'Mã xác thực không đúng hoặc đã được dùng. Hãy kiểm tra giờ trên điện thoại, đợi mã mới rồi nhập lại.',
    en: 'The code is wrong or was used before. Check the time on your phone, wait for a new code and try again.',
  },
  SECOND_FACTOR_EXPIRED: {
    status: 401,
    vi: 'Lần đăng nhập này đã quá hạn hoặc nhập sai mã quá nhiều lần. Hãy đăng nhập lại từ đầu.',
    en: 'This sign-in took too long or had too many wrong codes. Start again with your password.',
  },
  SECOND_FACTOR_EXISTS: {
    status: 409,
    vi: 'Tài khoản đã bật xác thực hai bước. Muốn đổi điện thoại, hãy nhờ người quản trị đặt lại.',
    en: 'The second factor is already on. To change the phone, ask the administrator to reset it.',
  },
  SECOND_FACTOR_MISSING: {
    status: 409,
    vi: 'Tài khoản chưa bật xác thực hai bước. Hãy bật trong mục Tài khoản của tôi.',
    en: 'The second factor is not on yet. Turn it on under My account.',
  },
  PASSWORD_WRONG: {
    status: 422,
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The current password is wrong.',
  },
  PASSWORD_TOO_SHORT: {
    status: 422,
    vi: 'Mật khẩu phải có ít nhất {minimum} ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
    en: 'A password has at least {minimum} characters. A short sentence is best.',
  },
  PASSWORD_TOO_COMMON: {
    status: 422,
    vi: 'Mật khẩu này quá dễ đoán. Hãy chọn một câu ngắn mà chỉ anh/chị biết.',
    en: 'This password is too easy to guess. Choose a short sentence only you know.',
  },
  PASSWORD_HAS_USER_NAME: {
    status: 422,
    vi: 'Mật khẩu không được chứa tên đăng nhập.',
    en: 'The password must not contain the user name.',
  },
  LINK_NOT_USABLE: {
    status: 410,
    vi: 'Đường dẫn này đã được dùng, đã hết hạn hoặc không đúng. Hãy xin đường dẫn mới.',
    en: 'This link was used, has expired or is not right. Ask for a new one.',
  },
  NO_UNIT_YET: {
    status: 409,
    vi: 'Hệ thống chưa có đơn vị nào. Hãy cho biết mã và tên của tỉnh, thành phố, ví dụ "66" và "Tỉnh Đắk Lắk".',
    en: 'There are no units yet. Give the code and the name of the province, such as "66" and "Tỉnh Đắk Lắk".',
  },
})

/** What may be said about keeping accounts. */
export const accountRefusals = defineRefusals({
  USER_NAME_TAKEN: {
    status: 409,
    vi: 'Tên đăng nhập "{userName}" đã có người dùng. Hãy chọn tên khác.',
    en: 'The user name "{userName}" is taken. Choose another.',
  },
  GRANT_EXISTS: {
    status: 409,
    vi: 'Tài khoản đã có vai trò này ở đơn vị này trong thời gian đó.',
    en: 'The account already has this role in this unit at that time.',
  },
  GRANT_TIMES_WRONG: {
    status: 422,
    vi: 'Thời điểm kết thúc phải sau thời điểm bắt đầu và sau bây giờ.',
    en: 'The end must be after the start and after now.',
  },
  SET_GRANT_EXISTS: {
    status: 409,
    vi: 'Tài khoản đã có vai trò này ở nhóm đơn vị này trong thời gian đó.',
    en: 'The account already has this role over this set of units at that time.',
  },
  UNIT_SET_NAME_TAKEN: {
    status: 409,
    vi: 'Đơn vị đã có nhóm mang tên "{name}". Hãy chọn tên khác.',
    en: 'The unit already has a set named "{name}". Choose another name.',
  },
  UNIT_SET_REACHES_OUT: {
    status: 422,
    vi: 'Nhóm chỉ gồm các đơn vị đang hoạt động thuộc đơn vị lập nhóm. Hãy bỏ ra {count} đơn vị không còn hoặc không thuộc đơn vị này: {units}.',
    en: 'A set holds only living units of the unit it belongs to. Take out {count} that are not among them: {units}.',
  },
  UNIT_SET_HOLDS_ITSELF: {
    status: 422,
    vi: 'Nhóm không gồm chính đơn vị lập nhóm. Để giao vai trò ở cả đơn vị, hãy giao thẳng vai trò ở đơn vị đó.',
    en: 'A set does not hold the unit it belongs to. To give a role in all of it, give the role in the unit itself.',
  },
  UNIT_SET_ENDED: {
    status: 409,
    vi: 'Nhóm đơn vị này đã giải thể nên không sửa và không giao vai trò được nữa.',
    en: 'This set of units has ended: it is not changed and no role is given over it any more.',
  },
  DEPUTY_ELSEWHERE: {
    status: 422,
    vi: 'Người được ủy quyền phải là tài khoản đang hoạt động cùng đơn vị, hoặc của đơn vị cấp trên, cấp dưới trực thuộc.',
    en: 'A deputy is an active account of the same unit, or of one above or below it.',
  },
  DEPUTY_TOO_LONG: {
    status: 422,
    vi: 'Mỗi lần ủy quyền kéo dài tối đa {days} ngày.',
    en: 'A deputy stands in for {days} days at most.',
  },
})
