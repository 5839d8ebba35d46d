import { execFile } from 'node:child_process'
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hashDeviceSecret, verifyDeviceSecret } from '@nguon/server/claims'
import type { BrokerAccounts } from './broker-accounts.ts'

export interface MosquittoOptions {
  /** Where `password_file` and `acl_file` of docs/operating/mosquitto.conf point; Mosquitto's account must be able to read it. */
  readonly folder: string
  /** The account of the server, with rights on every topic of the house. */
  readonly server: { readonly username: string; readonly password: string }
  /** Run with the folder as its argument once files have changed; null when someone else watches them. */
  readonly reload: string | null
}

const reloadMilliseconds = 30_000

/** The two static patterns of the house in Mosquitto's words (mosquitto.conf(5), `acl_file`). */
function rightsOf(username: string): string {
  return [
    'pattern write d/%u/up',
    'pattern read d/%u/+',
    'pattern read e/+',
    '',
    `user ${username}`,
    'topic readwrite d/#',
    'topic readwrite e/#',
    '',
  ].join('\n')
}

/** A line of `password_file`. Names and hashes go into a file of lines. */
function lineOf(name: string, secretHash: string): string {
  if (!/^[\w-]{1,64}$/.test(name) || !/^\$7\$[\w$+/=]{1,300}$/.test(secretHash)) {
    throw new TypeError(`not an account of Mosquitto: ${name}`)
  }
  return `${name}:${secretHash}\n`
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  })
}

/** At once or not at all, whoever reads it meanwhile. Gives false when it says so already. */
async function keepFile(path: string, text: string): Promise<boolean> {
  if ((await textOf(path)) === text) return false
  const draft = `${path}.new`
  const file = await open(draft, 'w', 0o640)
  await file.writeFile(text)
  await file.sync()
  await file.close()
  // The mask of the process may have taken the group away, which is how Mosquitto's own account reads it.
  await chmod(draft, 0o640)
  await rename(draft, path)
  return true
}

/** Mosquitto reads its accounts from files, at its start and whenever it gets SIGHUP. */
export function mosquittoAccounts({ folder, server, reload }: MosquittoOptions): BrokerAccounts {
  const passwords = join(folder, 'passwords')
  /** A fresh salt each time would make every file a new one. */
  const serverHash = async () => {
    const [known = ''] = (await textOf(passwords))?.split('\n') ?? []
    const hash = known.slice(server.username.length + 1)
    const same = known.startsWith(`${server.username}:`) && verifyDeviceSecret(server.password, hash)
    return same ? hash : hashDeviceSecret(server.password)
  }
  return {
    store: async devices => {
      await mkdir(folder, { recursive: true, mode: 0o750 })
      const sorted = devices.toSorted((first, second) => (first.deviceId < second.deviceId ? -1 : 1))
      const lines = [lineOf(server.username, await serverHash())]
      for (const { deviceId, secretHash } of sorted) lines.push(lineOf(deviceId, secretHash))
      const rights = await keepFile(join(folder, 'rights'), rightsOf(server.username))
      return (await keepFile(passwords, lines.join(''))) || rights
    },
    apply: async () => {
      if (reload) await promisify(execFile)(reload, [folder], { timeout: reloadMilliseconds })
    },
  }
}
