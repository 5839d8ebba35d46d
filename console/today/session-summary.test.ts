import type { Session } from '@nguon/domain/airings'
import { describe, expect, it } from 'vitest'
import { partOfDay, summarise } from './session-summary.ts'

const session = (part: Partial<Session>) => ({ devices: 0, results: {}, waiting: 0, unheard: 0, ...part }) as Session

describe('the first line of the day', () => {
  it.each([
    ['all played', { devices: 42, results: { completed: 42 } }, [42, 42, 0, 0, 0]],
    [
      'one is silent, one failed, one was interrupted',
      { devices: 44, results: { completed: 41, interrupted: 1, failed: 1 }, unheard: 1 },
      [42, 43, 1, 1, 0],
    ],
    ['refused and missed did not play', { devices: 3, results: { refused: 1, missed: 2 } }, [0, 3, 3, 0, 0]],
    ['still coming in', { devices: 5, results: { completed: 2 }, waiting: 3 }, [2, 5, 0, 0, 3]],
  ] as const)('%s', (_, given, [played, withSignal, notPlayed, withoutSignal, reporting]) => {
    expect(summarise(session(given))).toEqual({ played, withSignal, notPlayed, withoutSignal, reporting })
  })

  it.each([
    [5, 'morning'],
    [11, 'noon'],
    [17, 'afternoon'],
    [19, 'evening'],
  ])('%i o’clock is %s', (hour, part) => {
    expect(partOfDay(hour)).toBe(part)
  })
})
