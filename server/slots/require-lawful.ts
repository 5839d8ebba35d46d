import { Refusal } from '@nguon/contract/platform'
import { slotRefusals } from '@nguon/contract/slots'
import type { Slot } from '@nguon/domain/schedule'
import { checkSlot, wordViolation } from '@nguon/domain/slots'
import type { Database } from '@nguon/server/platform'
import { type ScheduleParts, readNames, type StoredRendition } from '@nguon/server/schedule'
import { readSlotCheck } from './read-slot-check.ts'

/** Refuses a slot that breaks a rule, with every reason at once. @throws SLOT_REFUSED */
export async function requireLawful(
  db: Database,
  parts: ScheduleParts,
  slot: Slot,
  rendition: StoredRendition,
): Promise<void> {
  const violations = checkSlot(await readSlotCheck(db, parts, slot, rendition))
  if (violations.length === 0) return
  const names = await readNames(db, parts)
  const reasons = violations.map(violation => wordViolation(violation, names))
  throw new Refusal(slotRefusals.SLOT_REFUSED, {
    reasons: reasons.map(({ vi }) => vi).join(' '),
    reasonsInEnglish: reasons.map(({ en }) => en).join(' '),
    codes: violations.map(({ code }) => code),
  })
}
