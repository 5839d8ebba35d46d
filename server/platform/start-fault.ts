/** What keeps a program of the house from starting and whoever starts it can mend: one sentence in Vietnamese, then in English. */
export class StartFault extends Error {
  override readonly name: string = 'StartFault'
}

interface SystemError {
  readonly code?: string
  readonly syscall?: string
  readonly port?: number
  readonly path?: string
}

/** The known ones of the system, in words; null for what is a bug. */
export function startFaultOf(error: unknown): StartFault | null {
  if (error instanceof StartFault) return error
  if (!(error instanceof Error)) return null
  const { code = '', syscall = '', port, path }: SystemError = error as SystemError
  if (syscall === 'listen' && code === 'EADDRINUSE') {
    return new StartFault(
      `Cổng ${port} đang được chương trình khác dùng. Hãy dừng chương trình đó hoặc chọn cổng khác. (Port ${port} is taken by another program: stop it, or choose another port.)`,
    )
  }
  if (syscall === 'listen' && (code === 'EACCES' || code === 'EADDRNOTAVAIL')) {
    return new StartFault(
      `Không mở được cổng ${port}: địa chỉ không thuộc máy này hoặc cổng cần quyền quản trị. (Port ${port} cannot be opened: the address is not of this machine, or the port needs an administrator.)`,
    )
  }
  if (path && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(code)) {
    return new StartFault(`Không ghi được vào ${path} (${code}). (${path} cannot be written.)`)
  }
  return null
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** What PostgreSQL answered, or that it did not, without the password of its address; null for what is a bug. */
export function databaseFaultOf(error: unknown, url: string): StartFault | null {
  const { code = '' }: SystemError = error instanceof Error ? (error as SystemError) : {}
  const { host, pathname, username } = new URL(url)
  const where = `${host}${pathname}`
  if (unreachable.has(code)) {
    return new StartFault(
      `Không kết nối được PostgreSQL ở ${where} (${code}). Hãy kiểm tra NGUON_DATABASE_URL và dịch vụ PostgreSQL. (PostgreSQL cannot be reached there.)`,
    )
  }
  // Classes 28 (authorization) and 3D (no such database), and 42501 (no right) of PostgreSQL's appendix A.
  if (/^28|^3D|^42501$/.test(code)) {
    return new StartFault(
      `PostgreSQL ở ${where} không cho tài khoản ${username} vào (mã ${code}). Hãy kiểm tra tên, mật khẩu, cơ sở dữ liệu và quyền. (PostgreSQL does not let this account in: check its name, password, database and rights.)`,
    )
  }
  // 0A000 and 58P01: an extension is not installed.
  if (code === '0A000' || code === '58P01') {
    return new StartFault(
      `PostgreSQL ở ${where} thiếu một phần mở rộng: ${(error as Error).message}. (An extension is missing: see docs/operating/install.md.)`,
    )
  }
  return null
}
