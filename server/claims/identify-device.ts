import type { DeviceId } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { readSecretHash } from './claim-store.ts'
import { verifyDeviceSecret } from './device-secret.ts'

/** True when the secret is the device's own; for the broker and for HTTP alike. */
export async function isDevice(db: Database, deviceId: DeviceId, secret: string): Promise<boolean> {
  const hash = await readSecretHash(db, deviceId)
  return hash !== null && verifyDeviceSecret(secret, hash)
}

/** Reads HTTP Basic credentials (RFC 7617), the device's id and its secret; null for anyone else. */
export async function identifyDevice(db: Database, authorization: string | undefined): Promise<DeviceId | null> {
  const encoded = /^Basic ([A-Za-z0-9+/=]{8,200})$/.exec(authorization ?? '')?.[1]
  if (!encoded) return null
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  if (!/^[0-9a-z]{26}$/.test(id)) return null
  const deviceId = id as DeviceId
  return (await isDevice(db, deviceId, secret)) ? deviceId : null
}
