import { describe, expect, it } from 'vitest'
import { at, daily, once, slot, time, vietnam } from '../../tests/examples/timetable.ts'
import { skipStarted } from './skip-started.ts'

describe('P1.11 what is saved while its time runs begins with the next occurrence', () => {
  const exceptions = (now: string, before = null as Parameters<typeof skipStarted>[1]) => {
    const { recurrence } = skipStarted(slot('a'), before, at(now), vietnam)
    return recurrence.kind === 'once' ? null : recurrence.exceptions
  }

  it.each([
    ['2026-11-23 05:29:59', []],
    ['2026-11-23 05:30', []],
    ['2026-11-23 05:30:01', ['2026-11-23']],
    ['2026-11-23 05:39:59', ['2026-11-23']],
    ['2026-11-23 05:40', []],
  ])('a new slot at %s', (now, expected) => {
    expect(exceptions(now)).toEqual(expected)
  })

  it('a changed slot goes on with what it was playing, and skips what it was not', () => {
    expect(exceptions('2026-11-23 05:35', slot('a', { title: 'cũ' }))).toEqual([])
    expect(exceptions('2026-11-23 05:35', slot('a', { timeOfDay: time('17:00') }))).toEqual(['2026-11-23'])
  })

  it('keeps the exceptions there are, and leaves a single occurrence to be refused', () => {
    const some = slot('a', { recurrence: { ...daily, exceptions: ['2026-12-01' as typeof daily.from] } })
    expect(skipStarted(some, null, at('2026-11-23 05:35'), vietnam).recurrence).toMatchObject({
      exceptions: ['2026-12-01', '2026-11-23'],
    })
    const single = slot('a', { recurrence: once('2026-11-23') })
    expect(skipStarted(single, null, at('2026-11-23 05:35'), vietnam)).toBe(single)
  })
})
