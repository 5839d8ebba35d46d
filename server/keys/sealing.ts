import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { StartFault } from '@nguon/server/platform'

const form = /^sealed:1:([0-9a-f]{12}):([A-Za-z0-9_-]+)$/
const nonceBytes = 12
const tagBytes = 16

/** Closes secrets before they enter the database, with a key that is never in it. */
export interface Sealing {
  /** Tells one key from another, and nothing about the key. */
  readonly keyId: string
  /** The secret of one row, which opens only as the secret of that row. */
  seal(secret: string, row: string): string
  /** @throws SealedOtherwise when it was sealed with another key, belongs to another row, or was altered */
  open(sealed: string, row: string): string
}

/** What is stored cannot be opened with the key that was given. */
export class SealedOtherwise extends StartFault {
  override readonly name = 'SealedOtherwise'

  constructor(row: string, sealedBy: string | null, given: string) {
    super(
      sealedBy !== null && sealedBy !== given
        ? `Bí mật ${row} trong cơ sở dữ liệu được niêm bằng khóa ${sealedBy}, còn khóa được giao là ${given}. Hãy đặt lại đúng khóa cũ; chưa có gì bị thay đổi.\n` +
            `The secret ${row} in the database was sealed with the key ${sealedBy}, and the key given is ${given}. Give the old key again; nothing was changed.`
        : `Bí mật ${row} trong cơ sở dữ liệu đã bị sửa hoặc chép từ dòng khác; chưa có gì bị thay đổi.\n` +
            `The secret ${row} in the database was altered or copied from another row; nothing was changed.`,
    )
  }
}

/** The name of the key a stored value was sealed with; null for a plain value. */
export function sealedWith(value: string): string | null {
  return form.exec(value)?.[1] ?? null
}

/** AES-256-GCM (NIST SP 800-38D) with a fresh nonce each time; the row's name is its associated data. */
export function openSealing(secretKey: Uint8Array): Sealing {
  const derived = (purpose: string, bytes: number) => Buffer.from(hkdfSync('sha256', secretKey, '', purpose, bytes))
  const key = derived('nguon: secrets at rest', 32)
  const keyId = derived('nguon: name of the key', 6).toString('hex')
  return {
    keyId,
    seal: (secret, row) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(row))
      const closed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `sealed:1:${keyId}:${closed.toString('base64url')}`
    },
    open: (sealed, row) => {
      const [, sealedBy = null, text = ''] = form.exec(sealed) ?? []
      const closed = Buffer.from(text, 'base64url')
      if (sealedBy !== keyId || closed.length < nonceBytes + tagBytes) throw new SealedOtherwise(row, sealedBy, keyId)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, closed.subarray(0, nonceBytes))
          .setAAD(Buffer.from(row))
          .setAuthTag(closed.subarray(-tagBytes))
        return decipher.update(closed.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        throw new SealedOtherwise(row, sealedBy, keyId)
      }
    },
  }
}
