import { createHash, randomInt } from 'node:crypto'
import { type DeviceId, type Instant, instant } from '@nguon/domain/platform'
import type { Clock, Transaction } from '@nguon/server/platform'
import { setClaimCode } from './claim-store.ts'

/** Without letters and digits that look alike on a small screen. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const life = 7 * 86_400_000

export interface ClaimCode {
  readonly code: string
  readonly expiresAt: Instant
}

export function digestClaimCode(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest('hex')
}

/** A fresh code for the device, 10 characters as `ABCDE-FGHJK`; the device's old secret is void from now on. */
export async function issueClaimCode(
  tx: Transaction,
  { clock }: { clock: Clock },
  deviceId: DeviceId,
): Promise<ClaimCode> {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
  const code = `${letters.slice(0, 5)}-${letters.slice(5)}`
  const expiresAt = instant(clock.now() + life)
  await setClaimCode(tx, deviceId, digestClaimCode(code), expiresAt)
  return { code, expiresAt }
}
