import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mosquittoConfiguration, mosquittoFiles, reloadMosquitto, writeMosquittoRights } from '@nguon/server/gateway'
import { hashDeviceSecret, newDeviceSecret } from '@nguon/server/claims'
import type { DeviceId } from '@nguon/domain/platform'
import { freePort } from './free-port.ts'
import { startLeashed, temporaryFolder } from './leashed-process.ts'
import { requireProgram } from './requirement.ts'

/** Device ids and their secrets. */
export type DeviceSecrets = ReadonlyMap<DeviceId, string>

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

/**
 * Starts a Mosquitto of its own on free ports of the loopback, configured as an operator would do it, which goes when it is stopped
 * or when we die. Null when Mosquitto is not installed (see `requireProgram`).
 */
export async function startMosquitto(devices: DeviceSecrets): Promise<RunningMosquitto | null> {
  const program = requireProgram('mosquitto')
  if (!program) return null
  const ports = { devices: await freePort(), server: await freePort() }
  const account = { username: 'server', password: newDeviceSecret() }
  const secretHash = hashDeviceSecret(account.password)

  const start = async (admitted: DeviceSecrets) => {
    const folder = temporaryFolder('mosquitto')
    const pidFile = join(folder, 'pid')
    const write = (devices: DeviceSecrets) =>
      writeMosquittoRights({
        folder,
        server: { name: account.username, secretHash },
        devices: [...devices].map(([deviceId, secret]) => ({ deviceId, secretHash: hashDeviceSecret(secret) })),
      })
    await write(admitted)
    const host = '127.0.0.1'
    const configuration = mosquittoConfiguration(mosquittoFiles(folder), {
      devices: { host, port: ports.devices },
      server: { host, port: ports.server },
    })
    // The folder belongs to this account alone, so Mosquitto must not change to its own.
    const user = process.getuid?.() === 0 ? 'user root\n' : ''
    writeFileSync(join(folder, 'mosquitto.conf'), `${user}pid_file ${pidFile}\nlog_dest stderr\n${configuration}`)
    const running = await startLeashed({
      command: [program, '-c', join(folder, 'mosquitto.conf')],
      folder,
      stopSignal: 'TERM',
      readyWhen: /mosquitto version \S+ running/,
    })
    return { ...running, write, pidFile }
  }

  let admitted = devices
  let running = await start(admitted)
  return {
    port: ports.devices,
    server: { url: `mqtt://127.0.0.1:${ports.server}`, ...account },
    async admitOnly(devices) {
      admitted = devices
      await running.write(devices)
      await reloadMosquitto(running.pidFile)
    },
    async restart() {
      process.kill(Number(readFileSync(running.pidFile, 'utf8')), 'SIGKILL')
      await running.stop()
      running = await start(admitted)
    },
    stop: () => running.stop(),
  }
}
