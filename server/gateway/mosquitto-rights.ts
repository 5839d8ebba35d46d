import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { DeviceId } from '@nguon/domain/platform'

/** An account as Mosquitto's `password_file` has it; the hash is one of `hashDeviceSecret`. */
export interface MosquittoAccount {
  readonly name: string
  readonly secretHash: string
}

export interface MosquittoFiles {
  readonly passwords: string
  readonly rights: string
}

export function mosquittoFiles(folder: string): MosquittoFiles {
  return { passwords: join(folder, 'passwords'), rights: join(folder, 'rights') }
}

/** The two static patterns of the house in Mosquitto's words (mosquitto.conf(5), `acl_file`). */
export function mosquittoRights(serverName: string): string {
  return [
    'pattern write d/%u/up',
    'pattern read d/%u/+',
    'pattern read e/+',
    '',
    `user ${serverName}`,
    'topic readwrite d/#',
    'topic readwrite e/#',
    '',
  ].join('\n')
}

export interface MosquittoListeners {
  /** For devices: address and port, or a port on every address. */
  readonly devices: { readonly host?: string; readonly port: number }
  /** For boards in a browser, over WebSocket. */
  readonly webSocket?: { readonly host?: string; readonly port: number }
  /** For the server, on an address only it can reach: here a client may take any client id (see `disconnect`). */
  readonly server: { readonly host: string; readonly port: number }
  readonly tls?: { readonly certificate: string; readonly key: string }
}

/** What goes into `mosquitto.conf`. Everything not said here is the operator's. */
export function mosquittoConfiguration(files: MosquittoFiles, listeners: MosquittoListeners): string {
  const { devices, webSocket, server, tls } = listeners
  const listener = (at: { readonly host?: string; readonly port: number }) =>
    at.host === undefined ? `listener ${at.port}` : `listener ${at.port} ${at.host}`
  // A device is known by its user name; whatever client id it sends, it can only replace itself.
  const forDevices = [
    'use_username_as_clientid true',
    ...(tls ? [`certfile ${tls.certificate}`, `keyfile ${tls.key}`, 'tls_version tlsv1.2'] : []),
  ]
  return [
    'per_listener_settings false',
    'allow_anonymous false',
    `password_file ${files.passwords}`,
    `acl_file ${files.rights}`,
    // Looking for duplicates triples the time to reach ten thousand devices; devices do not overlap their filters.
    'allow_duplicate_messages true',
    // Nothing grows for a device that is away or does not read.
    'persistence false',
    'persistent_client_expiration 1h',
    'max_queued_messages 1000',
    `max_packet_size ${256 * 1024}`,
    'message_size_limit 262144',
    '',
    listener(server),
    '',
    listener(devices),
    ...forDevices,
    ...(webSocket ? ['', listener(webSocket), 'protocol websockets', ...forDevices] : []),
    '',
  ].join('\n')
}

/** Names and hashes go into a file of lines. */
function line({ name, secretHash }: MosquittoAccount): string {
  if (!/^[\w-]{1,64}$/.test(name) || !/^\$7\$[\w$+/=]{1,300}$/.test(secretHash)) {
    throw new TypeError(`not an account of Mosquitto: ${name}`)
  }
  return `${name}:${secretHash}\n`
}

async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.new`
  const file = await open(draft, 'w', 0o640)
  await file.writeFile(text)
  await file.sync()
  await file.close()
  // The mask of the process may have taken the group away, which is how Mosquitto's own account reads it.
  await chmod(draft, 0o640)
  await rename(draft, path)
}

export interface MosquittoRightsOptions {
  readonly folder: string
  readonly server: MosquittoAccount
  readonly devices: Iterable<{ readonly deviceId: DeviceId; readonly secretHash: string }>
}

/** Writes the whole of both files, each at once. Mosquitto takes them up when it gets SIGHUP and ends connections whose secret was withdrawn. */
export async function writeMosquittoRights({ folder, server, devices }: MosquittoRightsOptions): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o750 })
  const files = mosquittoFiles(folder)
  const lines = [line(server)]
  for (const { deviceId, secretHash } of devices) lines.push(line({ name: deviceId, secretHash }))
  await replaceFile(files.rights, mosquittoRights(server.name))
  await replaceFile(files.passwords, lines.join(''))
}

/** Asks the Mosquitto of a `pid_file` to read its files again; the server must run as root or as Mosquitto's account. */
export async function reloadMosquitto(pidFile: string): Promise<void> {
  process.kill(Number(await readFile(pidFile, 'utf8')), 'SIGHUP')
}
