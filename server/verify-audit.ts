import { anchorPath, type AuditVerdict, readAnchor, verifyAudit } from '@nguon/server/audit'
import { openPlatform, readConfig, startFaultOf } from '@nguon/server/platform'

type Reason = NonNullable<AuditVerdict['broken']>['reason']

const words = {
  vi: {
    intact: (lines: number) => `Chuỗi nhật ký nguyên vẹn: ${lines} dòng.`,
    broken: (seq: number, line: string, lines: number) =>
      `Chuỗi nhật ký hỏng ở dòng ${seq}${line}: %. ${lines} dòng đầu còn nguyên.`,
    altered: 'nội dung đã bị sửa',
    gap: 'thiếu dòng trước đó',
    cut: 'các dòng mới nhất đến số này đã bị cắt bỏ, hoặc cơ sở dữ liệu vừa được phục hồi từ bản cũ hơn',
    replaced: 'chuỗi ở đây không phải chuỗi máy chủ đã niêm: đã bị lập lại từ một dòng trước đó',
    unanchored: 'Chưa có mốc ngoài cơ sở dữ liệu nên không biết có bị cắt dòng mới nhất hay không.',
  },
  en: {
    intact: (lines: number) => `The audit trail is intact: ${lines} lines.`,
    broken: (seq: number, line: string, lines: number) =>
      `The audit trail is broken at line ${seq}${line}: %. The first ${lines} lines are intact.`,
    altered: 'its content was altered',
    gap: 'the line before it is missing',
    cut: 'the newest lines up to this number were cut off, or the database was just restored from an older backup',
    replaced: 'the chain here is not the one the server sealed: it was made anew from an earlier line on',
    unanchored: 'There is no mark outside of the database yet, so whether the newest lines were cut off is not known.',
  },
} satisfies Record<string, Record<Reason, string> & Record<string, unknown>>

/**
 * `npm run verify-audit`: computes the whole chain anew, names the first broken line and compares its end with the mark
 * the server keeps in its data folder. Ends with 1 when something is broken. In the language of the environment.
 */
async function main(): Promise<number> {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const say = words[/^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'vi']
  const config = readConfig(process.env)
  const anchor = await readAnchor(anchorPath(config))
  const platform = await openPlatform(config)
  try {
    const { lines, broken } = await verifyAudit(platform.db, anchor)
    if (!broken) {
      process.stdout.write(`${say.intact(lines)}\n${anchor ? '' : `${say.unanchored}\n`}`)
      return 0
    }
    const line = broken.lineId === null ? '' : ` (${broken.lineId})`
    process.stdout.write(`${say.broken(broken.seq, line, lines).replace('%', say[broken.reason])}\n`)
    return 1
  } finally {
    await platform.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  const fault = startFaultOf(error)
  if (!fault) throw error
  process.stderr.write(`${fault.message}\n`)
  process.exitCode = 2
}
