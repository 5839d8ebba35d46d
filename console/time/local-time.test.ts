import type { Day, Instant } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import {
  localDay,
  startOfDay,
  writeAge,
  writeClock,
  writeInstant,
  writeNear,
  writeNumber,
  writeSeconds,
} from './local-time.ts'

const at = (text: string) => Date.parse(text) as Instant

describe('times on the screens', () => {
  it.each([
    ['2026-11-22T22:00:00Z', '05:00 23/11/2026'],
    ['2026-12-31T17:00:00Z', '00:00 01/01/2027'],
  ])('%s is shown in the time of Vietnam as %s', (utc, shown) => {
    expect(writeInstant(at(utc))).toBe(shown)
  })

  it.each([
    ['2026-11-22T22:00:00Z', '05:00 hôm nay', '05:00 today'],
    ['2026-11-22T16:59:00Z', '23:59 hôm qua', '23:59 yesterday'],
    ['2026-11-23T17:00:00Z', '00:00 ngày mai', '00:00 tomorrow'],
    ['2026-11-25T01:00:00Z', '08:00 25/11/2026', '08:00 25/11/2026'],
  ])('near days are named by word: %s', (utc, vi, en) => {
    const now = at('2026-11-23T03:00:00Z')
    expect([writeNear(at(utc), now, 'vi'), writeNear(at(utc), now, 'en')]).toEqual([vi, en])
  })

  it.each([
    [20, 'vừa xong', 'just now'],
    [3 * 60, '3 phút trước', '3 min ago'],
    [47 * 3600, '47 giờ trước', '47 h ago'],
    [50 * 3600, '2 ngày trước', '2 days ago'],
  ])('%s seconds ago', (seconds, vi, en) => {
    const now = at('2026-11-23T03:00:00Z')
    const then = (now - seconds * 1000) as Instant
    expect([writeAge(then, now, 'vi'), writeAge(then, now, 'en')]).toEqual([vi, en])
  })

  it('a day starts at its local midnight', () => {
    const start = startOfDay('2026-11-23' as Day)
    expect([start, localDay(start)]).toEqual([at('2026-11-22T17:00:00Z'), '2026-11-23'])
  })

  it.each([
    [860, '14 phút 20 giây', '14 min 20 s', '14:20'],
    [3600, '1 giờ', '1 h', '60:00'],
    [0, '0 giây', '0 s', '0:00'],
  ])('%s seconds in words and as a clock', (seconds, vi, en, clock) => {
    expect([writeSeconds(seconds, 'vi'), writeSeconds(seconds, 'en'), writeClock(seconds)]).toEqual([vi, en, clock])
  })

  it('thousands have a dot in Vietnamese', () => {
    expect([writeNumber(6300, 'vi'), writeNumber(6300, 'en')]).toEqual(['6.300', '6,300'])
  })
})
