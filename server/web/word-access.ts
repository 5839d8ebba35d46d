import type { Access } from '@nguon/contract/platform'
import type { Role } from '@nguon/domain/platform'
import { escapeHtml } from './word-schema.ts'

const roleNames: Readonly<Record<Role, string>> = {
  author: 'người biên soạn',
  approver: 'người duyệt',
  operator: 'người vận hành',
  technician: 'kỹ thuật viên',
  feedbackOfficer: 'cán bộ tiếp nhận phản ánh',
  reportOfficer: 'cán bộ báo cáo',
  inspector: 'cán bộ kiểm tra',
  administrator: 'quản trị',
  villageHead: 'trưởng thôn',
}

/** Who may call an operation, as HTML. */
export function wordAccess(access: Access | undefined): string {
  if (!access) return ''
  if (access.kind === 'public')
    return 'Ai cũng gọi được, không cần đăng nhập. <span lang="en">Anyone, without a session.</span>'
  if (access.kind === 'self') {
    return 'Tài khoản đã đăng nhập, về chính mình. <span lang="en">Any signed-in account, about itself.</span>'
  }
  if (access.kind === 'device') {
    return 'Thiết bị, bằng mã và khóa bí mật của nó. <span lang="en">A device, by its id and secret.</span>'
  }
  const named = access.anyOf.map(role => `${roleNames[role]} (<code>${role}</code>)`).join(', ')
  return `Một trong các vai trò: ${named}, giữ ở đơn vị liên quan hoặc cấp trên của nó. <span lang="en">One of these roles in ${escapeHtml(access.unitOf)}, or above it.</span>`
}
