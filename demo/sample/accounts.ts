import type { Role } from '@nguon/domain/platform'

/** One person of the sample province. All names are invented; nobody has a password, the demo prints one-time links. */
export interface SampleAccount {
  readonly username: string
  readonly fullName: string
  /** Position as on a signature. */
  readonly position: string
  /** What the account may do, and in which unit (by code). */
  readonly roles: readonly { readonly role: Role; readonly unitCode: string }[]
}

function account(username: string, fullName: string, position: string, role: Role, unitCode: string) {
  return { username, fullName, position, roles: [{ role, unitCode }] } satisfies SampleAccount
}

/** Every role once in xã Krông Năng and above it, a neighbouring commune for what must stay apart, and a district of 2023. */
export const sampleAccounts: readonly SampleAccount[] = [
  account('quantri.daklak', 'Hoàng Quốc Việt', 'Quản trị hệ thống thông tin nguồn tỉnh Đắk Lắk', 'administrator', '66'),
  account('thanhtra.daklak', 'Đỗ Thị Minh Nguyệt', 'Thanh tra viên', 'inspector', '66'),
  account('baocao.daklak', 'Vũ Đức Thịnh', 'Chuyên viên Sở Văn hóa, Thể thao và Du lịch', 'reportOfficer', '66'),
  account('bientap.krongnang', 'Nguyễn Thị Hồng Nhung', 'Công chức văn hóa - xã hội', 'author', '24343'),
  account('duyet.krongnang', 'Trần Văn Dũng', 'Phó Chủ tịch UBND xã', 'approver', '24343'),
  account('vanhanh.krongnang', 'Lê Minh Tuấn', 'Phụ trách đài truyền thanh xã', 'operator', '24343'),
  account('kythuat.krongnang', 'Phạm Ngọc Sơn', 'Kỹ thuật viên đài truyền thanh xã', 'technician', '24343'),
  account('phananh.krongnang', 'H’Wen Niê', 'Công chức tiếp nhận phản ánh', 'feedbackOfficer', '24343'),
  account('truongthon3.krongnang', 'Y Bhăm Mlô', 'Trưởng thôn 3', 'villageHead', '24343-T03'),
  account('bientap.dlieya', 'Bùi Thị Lan Anh', 'Công chức văn hóa - xã hội', 'author', '24346'),
  account('duyet.dlieya', 'Ngô Văn Hải', 'Chủ tịch UBND xã', 'approver', '24346'),
  account('vanhanh.dongphu', 'Đặng Hữu Phước', 'Phòng Văn hóa và Thông tin huyện (2023)', 'operator', '695'),
]
