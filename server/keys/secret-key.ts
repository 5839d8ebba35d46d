import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, ConfigFault, secretKeyOf } from '@nguon/server/platform'

/** Where the key lies when none is given: beside the embedded database, never in its folder, which is copied and dumped. */
export function ownKeyFile({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'secret.key')
}

/**
 * The key that seals the secrets: from the settings, or from a file of our own beside the embedded database. That file
 * is made at the first start, and never when something is sealed already: a new key would open none of it.
 * @throws ConfigFault naming the setting and what is wrong with it
 */
export async function readSecretKey(
  config: Pick<Config, 'dataFolder' | 'secretKey'>,
  { anythingSealed }: { anythingSealed: boolean },
): Promise<Uint8Array> {
  const { secretKey } = config
  if (secretKey?.kind === 'value') return secretKey.key
  if (secretKey?.kind === 'file') return readKeyFile(secretKey.path, 'NGUON_SECRET_KEY_FILE')
  const path = ownKeyFile(config)
  try {
    return await readKeyFile(path, path)
  } catch (error) {
    if ((error as Error & { cause?: { code?: string } }).cause?.code !== 'ENOENT' || anythingSealed) throw error
    return makeKeyFile(path)
  }
}

/** @throws ConfigFault in the name of the setting the path came from */
export async function readKeyFile(path: string, setting: string): Promise<Uint8Array> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const fault = new ConfigFault([`${setting}: the key file ${path} cannot be read (${(error as Error).message})`])
    fault.cause = error
    throw fault
  })
  const key = secretKeyOf(text)
  if (key) return key
  throw new ConfigFault([`${setting}: ${path} holds no key of at least 32 random bytes in hexadecimal or base64`])
}

/** Readable by the server's own account alone. */
export async function makeKeyFile(path: string): Promise<Uint8Array> {
  const key = randomBytes(32)
  const file = await open(path, 'wx', 0o600)
  await file.writeFile(`${key.toString('base64')}\n`)
  await file.sync()
  await file.close()
  return key
}
