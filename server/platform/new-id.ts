import { randomBytes } from 'node:crypto'
import type { Id, Instant } from '@nguon/domain/platform'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A ULID in lower case: 10 characters of time, 16 of chance; sorts by creation. */
export function newId<Kind extends string>(now: Instant): Id<Kind> {
  let time = ''
  for (let rest = now as number, place = 0; place < 10; place += 1, rest = Math.floor(rest / 32)) {
    time = alphabet[rest % 32] + time
  }
  const chance = Array.from(randomBytes(16), byte => alphabet[byte % 32]).join('')
  return (time + chance) as Id<Kind>
}
