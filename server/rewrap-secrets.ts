import { resolve } from 'node:path'
import { writeAudit } from '@nguon/server/audit'
import { rewrapSecrets } from '@nguon/server/keys'
import { openPlatform, readConfig, startFaultOf } from '@nguon/server/platform'

const usage = `Cách dùng / Usage: npm run rewrap-secrets -- TỆP-KHÓA-MỚI / NEW-KEY-FILE
Với cơ sở dữ liệu nhúng không đặt khóa thì không cần tệp. / Without a file only for the embedded database with a key of its own.
`

/** `npm run rewrap-secrets`: seals the secrets in the database with another key. The server must not run meanwhile. */
async function main(newKeyFile: string | undefined): Promise<number> {
  const config = readConfig(process.env)
  if (newKeyFile === undefined && config.secretKey !== null) {
    process.stderr.write(usage)
    return 2
  }
  const platform = await openPlatform(config, { presence: 'alone' })
  try {
    const path = newKeyFile === undefined ? null : resolve(process.env['INIT_CWD'] ?? '.', newKeyFile)
    const { sealedAnew, keyId } = await rewrapSecrets(platform, path, (tx, details) =>
      writeAudit(tx, platform, { actor: null, action: 'keys.rewrapSecrets', details, address: null }),
    )
    process.stdout.write(
      `Đã niêm lại ${sealedAnew} bí mật bằng khóa ${keyId}. ${sealedAnew} secrets were sealed anew with the key ${keyId}.\n`,
    )
    return 0
  } finally {
    await platform.close()
  }
}

try {
  process.exitCode = await main(process.argv[2])
} catch (error) {
  const fault = startFaultOf(error)
  if (!fault) throw error
  process.stderr.write(`${fault.message}\n`)
  process.exitCode = 2
}
