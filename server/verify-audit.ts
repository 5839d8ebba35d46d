import { verifyAudit } from '@nguon/server/audit'
import { openPlatform, readConfig, startFaultOf } from '@nguon/server/platform'

/** `npm run verify-audit`: computes the whole chain anew and names the first broken line. Ends with 1 when there is one. */
async function main(): Promise<number> {
  const platform = await openPlatform(readConfig(process.env))
  try {
    const { lines, broken } = await verifyAudit(platform.db)
    process.stdout.write(
      broken
        ? `Chuỗi nhật ký hỏng ở dòng ${broken.seq} (${broken.lineId}): ${broken.reason === 'gap' ? 'thiếu dòng trước đó' : 'nội dung đã bị sửa'}. ${lines} dòng trước đó còn nguyên.\n`
        : `Chuỗi nhật ký nguyên vẹn: ${lines} dòng.\n`,
    )
    return broken ? 1 : 0
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
