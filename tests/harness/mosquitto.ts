import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mosquittoAccounts } from '@nguon/server/gateway'
import { hashDeviceSecret, newDeviceSecret } from '@nguon/server/claims'
import type { DeviceId } from '@nguon/domain/platform'
import { freePort } from './free-port.ts'
import { type LeashedProcess, startLeashed, temporaryFolder } from './leashed-process.ts'
import { requireProgram } from './requirement.ts'

/** Device ids and their secrets. */
export type DeviceSecrets = ReadonlyMap<DeviceId, string>

export interface OperatedMosquitto {
  /** For devices. */
  readonly port: number
  /** The server's own listener. */
  readonly url: string
  /** The folder where it expects accounts and rights, and the program that makes it read them again. */
  readonly accounts: string
  readonly reload: string
  start(): Promise<void>
  /** Ends it hard; what it retained is gone. */
  kill(): Promise<void>
  /** Ends it and removes all of it. */
  remove(): Promise<void>
}

const sample = readFileSync(new URL('../../docs/operating/mosquitto.conf', import.meta.url), 'utf8')

/** A Mosquitto of its own on free ports of the loopback, set up as docs/operating/mosquitto.conf has it, but without TLS; not started yet. */
export async function operateMosquitto(): Promise<OperatedMosquitto> {
  const program = requireProgram('mosquitto')
  if (!program) throw new Error('ask for the program before')
  const folder = temporaryFolder('mosquitto')
  const [accounts, pidFile, reload, configuration] = ['accounts', 'pid', 'reload', 'mosquitto.conf'].map(name =>
    join(folder, name),
  ) as [string, string, string, string]
  const ports = { devices: await freePort(), server: await freePort() }
  mkdirSync(accounts)
  for (const name of ['passwords', 'rights']) appendFileSync(join(accounts, name), '')
  writeFileSync(reload, `#!/bin/sh\nkill -HUP "$(cat ${pidFile})"\n`, { mode: 0o700 })
  const own = sample
    .replaceAll('/var/lib/nguon-mosquitto', accounts)
    .replace('listener 1884 127.0.0.1', `listener ${ports.server} 127.0.0.1`)
    .replace('listener 8883', `listener ${ports.devices} 127.0.0.1`)
    .replaceAll(/^(certfile|keyfile|tls_version) .*\n/gm, '')
  // The folder belongs to this account alone, so Mosquitto must not change to its own.
  const user = process.getuid?.() === 0 ? 'user root\n' : ''
  writeFileSync(configuration, `${user}pid_file ${pidFile}\nlog_dest stderr\n${own}`)

  let running: LeashedProcess | null = null
  const end = async () => {
    await running?.stop()
    running = null
  }
  return {
    port: ports.devices,
    url: `mqtt://127.0.0.1:${ports.server}`,
    accounts,
    reload,
    async start() {
      running = await startLeashed({
        command: [program, '-c', configuration],
        folder: temporaryFolder('mosquitto-run'),
        stopSignal: 'TERM',
        readyWhen: /mosquitto version \S+ running/,
      })
    },
    async kill() {
      process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL')
      await end()
    },
    async remove() {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface RunningMosquitto {
  /** For devices. */
  readonly port: number
  /** Of the server's own listener and account. */
  readonly server: { readonly url: string; readonly username: string; readonly password: string }
  /** Rewrites its files for these devices and makes it read them again. */
  admitOnly(devices: DeviceSecrets): Promise<void>
  /** Ends it hard and starts it again on the same ports, with nothing retained. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A Mosquitto that knows these devices, and goes when it is stopped or when we die. Null when it is not installed (see `requireProgram`). */
export async function startMosquitto(devices: DeviceSecrets): Promise<RunningMosquitto | null> {
  if (!requireProgram('mosquitto')) return null
  const mosquitto = await operateMosquitto()
  const server = { username: 'server', password: newDeviceSecret() }
  const accounts = mosquittoAccounts({ folder: mosquitto.accounts, server, reload: mosquitto.reload })
  const store = (admitted: DeviceSecrets) =>
    accounts.store([...admitted].map(([deviceId, secret]) => ({ deviceId, secretHash: hashDeviceSecret(secret) })))
  await store(devices)
  await mosquitto.start()
  return {
    port: mosquitto.port,
    server: { url: mosquitto.url, ...server },
    async admitOnly(admitted) {
      await store(admitted)
      await accounts.apply()
    },
    async restart() {
      await mosquitto.kill()
      await mosquitto.start()
    },
    stop: () => mosquitto.remove(),
  }
}
