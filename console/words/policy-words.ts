import { defineWords } from './define-words.ts'

export const policyWords = defineWords({
  vi: {
    title: 'Quy định đăng nhập',
    lead: (unit: string) => `Ai phải xác thực hai bước tại ${unit} và các đơn vị trực thuộc.`,
    roles: 'Vai trò bắt buộc xác thực hai bước',
    rolesHint: 'Nên chọn ít nhất người duyệt và quản trị.',
    onlyAdministrators: 'Chỉ quản trị của đơn vị mới thay đổi được.',
    always: 'Dù chọn hay không, duyệt tin ưu tiên và tin khẩn cấp luôn cần mã xác thực.',
    save: 'Lưu quy định',
    saveTitle: 'Thay đổi quy định đăng nhập?',
    added: (roles: string) =>
      `${roles}: từ nay chỉ làm được việc sau khi nhập mã xác thực; ai chưa bật sẽ được hướng dẫn bật ngay.`,
    dropped: (roles: string) => `${roles}: không còn bắt buộc; ai biết mật khẩu là vào được.`,
    below: 'Quy định có hiệu lực ngay, ở đơn vị này và mọi đơn vị trực thuộc.',
    saved: 'Đã lưu quy định đăng nhập.',
  },
  en: {
    title: 'Sign-in rules',
    lead: (unit: string) => `Who needs a second factor in ${unit} and the units below.`,
    roles: 'Roles that need a second factor',
    rolesHint: 'At least approvers and administrators should.',
    onlyAdministrators: 'Only administrators of the unit can change this.',
    always: 'Whatever you choose, approving priority and emergency bulletins always needs a code.',
    save: 'Save the rules',
    saveTitle: 'Change the sign-in rules?',
    added: (roles: string) => `${roles}: can work only after giving a code; whoever has none is led to set it up.`,
    dropped: (roles: string) => `${roles}: no longer needed; a password is then enough.`,
    below: 'It holds at once, in this unit and all below it.',
    saved: 'The sign-in rules are saved.',
  },
})
