import { defineWords } from './define-words.ts'

export const auditWords = defineWords({
  vi: {
    title: 'Nhật ký thao tác',
    lead: 'Ai đã làm gì, lúc nào, ở đơn vị này và các đơn vị trực thuộc. Sửa hay xóa dòng nào, việc kiểm chứng sẽ phát hiện.',
    subject: 'Mã đối tượng',
    subjectHint: 'Dán mã của tin, lịch, cụm loa hoặc tài khoản',
    results: (count: string) => `${count} dòng`,
    emptyTitle: 'Chưa có thao tác nào',
    emptyWords: 'Mọi việc soạn, duyệt, xếp lịch, thay đổi tài khoản và thiết bị sẽ ghi ở đây.',
    nothingFound: 'Không có thao tác nào về mã này',
    clear: 'Bỏ lọc',
    system: 'Hệ thống',
    details: 'Chi tiết',
    hide: 'Thu gọn',
    address: 'Địa chỉ mạng',
    unit: 'Đơn vị',
    subjectId: 'Đối tượng',
    onlySubject: 'Chỉ xem đối tượng này',
    verify: 'Kiểm chứng nhật ký',
    whole: (lines: string) => `Đã kiểm chứng ${lines} dòng của toàn hệ thống: nhật ký nguyên vẹn.`,
    altered: (seq: string) =>
      `Nhật ký đã bị sửa từ dòng số ${seq}. Hãy báo ngay cán bộ an toàn thông tin và giữ nguyên máy chủ.`,
    gap: (seq: string) =>
      `Nhật ký thiếu dòng trước dòng số ${seq}. Hãy báo ngay cán bộ an toàn thông tin và giữ nguyên máy chủ.`,
  },
  en: {
    title: 'Audit trail',
    lead: 'Who did what and when, in this unit and those below. Whatever is changed or deleted, verification finds.',
    subject: 'Id of a subject',
    subjectHint: 'Paste the id of a bulletin, slot, loudspeaker or account',
    results: (count: string) => `${count} lines`,
    emptyTitle: 'Nothing was done yet',
    emptyWords: 'Writing, approving, scheduling and changes of accounts and devices will stand here.',
    nothingFound: 'Nothing was done about this id',
    clear: 'Clear the filter',
    system: 'System',
    details: 'Details',
    hide: 'Less',
    address: 'Network address',
    unit: 'Unit',
    subjectId: 'Subject',
    onlySubject: 'Only this subject',
    verify: 'Verify the trail',
    whole: (lines: string) => `${lines} lines of the whole system were verified: the trail is intact.`,
    altered: (seq: string) =>
      `The trail was altered from line ${seq} on. Tell the security officer at once and leave the server as it is.`,
    gap: (seq: string) =>
      `Lines are missing before line ${seq}. Tell the security officer at once and leave the server as it is.`,
  },
})
