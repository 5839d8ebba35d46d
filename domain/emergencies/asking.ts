import { type AccountId, type Instant, instant } from '@nguon/domain/platform'
import type { DutyTurn } from './emergency.ts'

/** How long each second confirmer has before the next one is asked as well. */
export const askNextAfterMilliseconds = 60_000

/** How long nobody may have answered before one may confirm alone, visibly and audited. */
export const breakGlassAfterMilliseconds = 120_000

/** When one may confirm alone; null until the second person was asked (E3.3). */
export function breakGlassAt(askedAt: Instant | null): Instant | null {
  return askedAt === null ? null : instant(askedAt + breakGlassAfterMilliseconds)
}

/**
 * Whom to ask, in order: those on duty now by their rank, then the others who may confirm, nearest unit first. Each once, and
 * never the one who wrote it (E3.1).
 */
export function askingOrder(
  duty: readonly DutyTurn[],
  able: readonly AccountId[],
  { writtenBy, now }: { writtenBy: AccountId; now: Instant },
): readonly AccountId[] {
  const onDuty = duty
    .filter(turn => turn.startsAt <= now && now < turn.endsAt && able.includes(turn.accountId))
    .toSorted((left, right) => left.rank - right.rank || (left.accountId < right.accountId ? -1 : 1))
    .map(turn => turn.accountId)
  return [...new Set([...onDuty, ...able])].filter(accountId => accountId !== writtenBy)
}

/** How many of the order should have been asked by now: one at once, one more after each minute without an answer (E3.2). */
export function askedBy(askedAt: Instant, now: Instant): number {
  return 1 + Math.max(0, Math.floor((now - askedAt) / askNextAfterMilliseconds))
}
