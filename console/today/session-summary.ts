import type { Session } from '@nguon/domain/airings'

/** What a session came to, in clusters. */
export interface SessionSummary {
  /** Told us something about it. */
  readonly withSignal: number
  /** Sounded, to the end or until something higher came. */
  readonly played: number
  /** Told us that they did not. */
  readonly notPlayed: number
  readonly withoutSignal: number
  /** Will tell yet. */
  readonly reporting: number
}

export function summarise({ devices, results, waiting, unheard }: Session): SessionSummary {
  const played = (results.completed ?? 0) + (results.interrupted ?? 0)
  const notPlayed = (results.missed ?? 0) + (results.failed ?? 0) + (results.refused ?? 0)
  return { withSignal: devices - unheard, played, notPlayed, withoutSignal: unheard, reporting: waiting }
}

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening'

/** As people of the countryside call the hours. */
export function partOfDay(hour: number): PartOfDay {
  if (hour < 11) return 'morning'
  if (hour < 13) return 'noon'
  return hour < 18 ? 'afternoon' : 'evening'
}
