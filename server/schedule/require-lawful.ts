import { Refusal } from '@nguon/contract/platform'
import { scheduleRefusals } from '@nguon/contract/schedule'
import { checkSlot, type Slot, wordViolation } from '@nguon/domain/schedule'
import type { Database } from '@nguon/server/platform'
import { readSlotCheck } from './check-draft.ts'
import { readNames } from './read-names.ts'
import type { ScheduleParts } from './slot-to-change.ts'
import type { StoredRendition } from './store.ts'

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
  throw new Refusal(scheduleRefusals.SLOT_REFUSED, {
    reasons: reasons.map(({ vi }) => vi).join(' '),
    reasonsInEnglish: reasons.map(({ en }) => en).join(' '),
    codes: violations.map(({ code }) => code),
  })
}
