import { pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'

/*
 * A secret is 256 random bits, so stretching it would only cost: NIST SP 800-63B §5.1.2.2 asks for a salted one-way function
 * once there are 112. The form is Mosquitto's `$7$` (PBKDF2 with SHA-512), so that one stored hash serves both brokers.
 */
const iterations = 1
const saltBytes = 12
const hashBytes = 64
const form = /^\$7\$([1-9]\d{0,6})\$([A-Za-z0-9+/]+={0,2})\$([A-Za-z0-9+/]+={0,2})$/

/** 43 characters, safe in addresses and configuration files. Shown to the device once, at its claim. */
export function newDeviceSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashDeviceSecret(secret: string): string {
  const salt = randomBytes(saltBytes)
  const hash = pbkdf2Sync(secret, salt, iterations, hashBytes, 'sha512')
  return `$7$${iterations}$${salt.toString('base64')}$${hash.toString('base64')}`
}

/** False too for a hash of another form. */
export function verifyDeviceSecret(secret: string, hash: string): boolean {
  const [, count, salt, expected] = form.exec(hash) ?? []
  if (!count || !salt || !expected) return false
  const expectedBytes = Buffer.from(expected, 'base64')
  const bytes = pbkdf2Sync(secret, Buffer.from(salt, 'base64'), Number(count), hashBytes, 'sha512')
  return expectedBytes.length === hashBytes && timingSafeEqual(bytes, expectedBytes)
}
