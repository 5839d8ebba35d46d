import type { AiringResult } from '@nguon/domain/airings'
import type { Lineup, LineupItem } from '@nguon/domain/lineups'
import type { Instant, TimeOfDay, UnitId } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { monday5, rehearse, sampleFacts, sampleGuard, sampleItem, sampleLineup } from './rehearsal.ts'
import { step } from './step.ts'

const second = 1000
const other = (letter: string) =>
  ({ rendition: { mediaSha256: letter.repeat(64), offsetSeconds: 0 } }) as Partial<LineupItem>

/** A player that has held the line-up since 04:30. */
function player(items: readonly LineupItem[], change: Partial<Lineup> = {}) {
  const on = rehearse(sampleFacts())
  on.until(monday5 - 1800 * second, { on: true, trusted: true })
  on.until(monday5 - 1800 * second, { lineup: sampleLineup(items, change) })
  return on
}

const results = (on: ReturnType<typeof player>): Record<string, AiringResult> =>
  Object.fromEntries(on.airings.map(airing => [airing.itemId, airing.result]))

const spans = (on: ReturnType<typeof player>) =>
  on.sounds.map(sound => [sound.key.split('@')[0], (sound.from - monday5) / second, (sound.until - monday5) / second])

describe('which line-up is obeyed', () => {
  it.each<[string, Partial<Lineup>, string | null]>([
    ['D1 one for another commune', { version: 8, unitId: 'y'.repeat(26) as UnitId }, 'other-unit'],
    ['D2 I04 an old one replayed', { version: 6 }, 'older'],
    ['D2 one with an old date', { version: 8, issuedAt: (monday5 - 3_600_000 - 600_001) as Instant }, 'older'],
    ['D2 the same again', { version: 7 }, null],
    ['D3 one that is over', { version: 8, validUntil: (monday5 - 1) as Instant }, 'expired'],
    [
      'D3 D4 one whose 8 days are over, whatever it says',
      { version: 8, issuedAt: (monday5 - 700_000_000) as Instant },
      'older',
    ],
    ['D3 one from the future', { version: 8, issuedAt: (monday5 + 700_000) as Instant }, 'future'],
    ['a newer one', { version: 8 }, null],
  ])('%s', (_, change, fault) => {
    const on = player([])
    on.until(monday5, { lineup: sampleLineup([], change) })
    const refusals = on.effects.filter(effect => effect.kind === 'refusal')
    expect(refusals.map(refusal => refusal.fault)).toEqual(fault === null ? [] : [fault])
    expect(on.state().lineup?.version).toBe(fault === null ? (change.version ?? 7) : 7)
  })

  it('D5: after a refused line-up the last good one goes on', () => {
    const on = player([sampleItem('a', 60, 90)])
    on.until(monday5, { lineup: sampleLineup([], { version: 3 }) })
    on.until(monday5 + 100 * second)
    expect(results(on)).toEqual({ a: { kind: 'completed' } })
  })

  it('D3: none is accepted without trusted time', () => {
    const on = rehearse(sampleFacts())
    on.until(monday5, { on: true, trusted: false })
    on.until(monday5, { lineup: sampleLineup([]) })
    expect(on.effects).toMatchObject([{ kind: 'refusal', subject: 'lineup', fault: 'no-trusted-time', at: null }])
  })

  it('D4: nothing starts from a line-up that is over, nor goes on past its end', () => {
    const on = player([sampleItem('a', 0, 60), sampleItem('b', 60, 120)], {
      validUntil: (monday5 + 40 * second) as Instant,
    })
    on.until(monday5 + 200 * second)
    expect(spans(on)).toEqual([['a', 0, 40]])
    expect(results(on)).toEqual({
      a: { kind: 'interrupted', by: 'lineup-expired' },
      b: { kind: 'refused', reason: 'lineup-expired' },
    })
  })
})

describe('what sounds', () => {
  it('D6: the higher class goes first; what it cut is not resumed', () => {
    const on = player([sampleItem('a', 0, 60), sampleItem('b', 20, 40, { class: 'emergency' })])
    on.until(monday5 + 100 * second)
    expect(spans(on)).toEqual([
      ['a', 0, 20],
      ['b', 20, 40],
    ])
    expect(results(on)).toEqual({ a: { kind: 'interrupted', by: 'b' }, b: { kind: 'completed' } })
  })

  it('D6: within a class the running one goes on, and what it covered is joined or missed', () => {
    const on = player([sampleItem('a', 0, 60), sampleItem('b', 20, 50), sampleItem('c', 40, 80)])
    on.until(monday5 + 100 * second)
    expect(spans(on)).toEqual([
      ['a', 0, 60],
      ['c', 60, 80],
    ])
    expect(results(on)).toEqual({
      a: { kind: 'completed' },
      b: { kind: 'missed', reason: 'another-item' },
      c: { kind: 'interrupted', by: 'joined-late' },
    })
  })

  it('D6: an urgent line-up cuts what plays', () => {
    const on = player([sampleItem('a', 0, 60)])
    const items = [sampleItem('a', 0, 60), sampleItem('b', 15, 30, { class: 'emergency' })]
    on.until(monday5 + 20 * second, { lineup: sampleLineup(items, { version: 8 }) })
    on.until(monday5 + 100 * second)
    expect(spans(on)).toEqual([
      ['a', 0, 20],
      ['b', 20, 30],
    ])
    expect(results(on)).toEqual({ a: { kind: 'interrupted', by: 'b' }, b: { kind: 'interrupted', by: 'joined-late' } })
  })

  it('D7 I01: what starts against the guard is refused, what runs into it ends', () => {
    const quietHours = [{ from: '05:01' as TimeOfDay, until: '05:02' as TimeOfDay }]
    const on = player(
      [sampleItem('a', 30, 75), sampleItem('b', 80, 110), sampleItem('c', 90, 100, { class: 'emergency' })],
      {
        guard: sampleGuard({ quietHours }),
      },
    )
    on.until(monday5 + 200 * second)
    expect(spans(on)).toEqual([
      ['a', 30, 60],
      ['c', 90, 100],
    ])
    expect(results(on)).toEqual({
      a: { kind: 'interrupted', by: 'quiet-hours' },
      b: { kind: 'refused', reason: 'quiet-hours' },
      c: { kind: 'completed' },
    })
  })

  it('D9 I18: after an outage the running item is joined where the others are, the past is recorded', () => {
    const on = player([sampleItem('a', 0, 60), sampleItem('b', 60, 120), sampleItem('c', 120, 180)])
    on.until(monday5 - second, { off: true })
    on.until(monday5 + 80 * second, { on: true, trusted: true })
    on.until(monday5 + 200 * second)
    expect(on.effects.find(effect => effect.kind === 'play')).toMatchObject({ itemId: 'a' })
    expect(on.effects.findLast(effect => effect.kind === 'play' && effect.itemId === 'b')).toMatchObject({
      offsetSeconds: 20,
      at: monday5 + 80 * second,
      seconds: 40,
    })
    expect(results(on)).toEqual({
      a: { kind: 'missed', reason: 'off' },
      b: { kind: 'interrupted', by: 'joined-late' },
      c: { kind: 'completed' },
    })
  })

  it('D10 I15: an item without audio waits and holds up no other', () => {
    const on = player([
      sampleItem('a', 0, 60, other('e')),
      sampleItem('b', 60, 90),
      sampleItem('c', 90, 150, other('f')),
    ])
    on.until(monday5 + 100 * second, { media: 'f'.repeat(64) })
    on.until(monday5 + 200 * second)
    expect(results(on)).toEqual({
      a: { kind: 'missed', reason: 'no-media' },
      b: { kind: 'completed' },
      c: { kind: 'interrupted', by: 'joined-late' },
    })
  })

  it('D11: a cold boot without trusted time is silent, and the airing says so', () => {
    const on = player([sampleItem('a', 0, 60), sampleItem('b', 100, 160)])
    on.until(monday5 - 60 * second, { off: true })
    on.until(monday5 - 50 * second, { on: true, trusted: false })
    on.until(monday5 + 120 * second, { trust: true })
    on.until(monday5 + 200 * second)
    expect(spans(on)).toEqual([['b', 120, 160]])
    expect(results(on)).toMatchObject({ a: { kind: 'missed', reason: 'no-trusted-time' } })
  })

  it('D12: what is withdrawn, or gets other audio, ends at once', () => {
    const on = player([sampleItem('a', 0, 60), sampleItem('b', 60, 120)])
    on.until(monday5 + 10 * second, { lineup: sampleLineup([sampleItem('b', 60, 120)], { version: 8 }) })
    on.until(monday5 + 70 * second, { lineup: sampleLineup([sampleItem('b', 60, 120, other('e'))], { version: 9 }) })
    on.until(monday5 + 200 * second)
    expect(spans(on)).toEqual([
      ['a', 0, 10],
      ['b', 60, 70],
    ])
    expect(results(on)).toEqual({
      a: { kind: 'interrupted', by: 'withdrawn' },
      b: { kind: 'interrupted', by: 'withdrawn' },
    })
  })

  it('D7: a stricter guard reaches what already plays', () => {
    const on = player([sampleItem('a', 0, 600)])
    const guard = sampleGuard({ quietHours: [{ from: '05:02' as TimeOfDay, until: '05:30' as TimeOfDay }] })
    on.until(monday5 + 10 * second, { lineup: sampleLineup([sampleItem('a', 0, 600)], { version: 8, guard }) })
    on.until(monday5 + 700 * second)
    expect(spans(on)).toEqual([['a', 0, 120]])
    expect(results(on)).toEqual({ a: { kind: 'interrupted', by: 'quiet-hours' } })
  })
})

describe('what is written', () => {
  it('D13: an item moved to another instant is due again', () => {
    const on = player([sampleItem('a', 0, 60)])
    on.until(monday5 - second, { off: true })
    on.until(monday5 + 90 * second, { on: true, trusted: true })
    on.until(monday5 + 91 * second, { lineup: sampleLineup([sampleItem('a', 120, 180)], { version: 8 }) })
    on.until(monday5 + 200 * second)
    expect(on.airings.map(airing => airing.result.kind)).toEqual(['missed', 'completed'])
  })

  it('D13: what a late line-up brings too late is missed for that reason', () => {
    const on = player([])
    on.until(monday5 + 90 * second, { lineup: sampleLineup([sampleItem('a', 0, 60)], { version: 8 }) })
    expect(results(on)).toEqual({ a: { kind: 'missed', reason: 'late-lineup' } })
  })

  it('D14: a restart in the middle is one airing with the seconds of both parts', () => {
    const on = player([sampleItem('a', 0, 60)])
    on.until(monday5 + 20 * second, { off: true })
    on.until(monday5 + 30 * second, { on: true, trusted: true })
    on.until(monday5 + 100 * second)
    expect(on.airings).toMatchObject([
      { startedAt: monday5, playedSeconds: 50, plannedSeconds: 60, result: { kind: 'interrupted', by: 'restart' } },
    ])
  })

  it.each<[number, string | null, AiringResult]>([
    [60, null, { kind: 'completed' }],
    [58.9, null, { kind: 'completed' }],
    [58.7, null, { kind: 'failed', reason: 'short' }],
    [4, null, { kind: 'failed', reason: 'short' }],
    [0, 'hash', { kind: 'failed', reason: 'hash' }],
    [30, 'output', { kind: 'failed', reason: 'output' }],
  ])('D14 I10: %s of 60 seconds with fault %s', (playedSeconds, fault, result) => {
    const on = player([sampleItem('a', 0, 60)])
    on.until(monday5 + second)
    const key = on.state().playing?.key
    if (!key) throw new Error('it should be playing')
    const now = (monday5 + 60 * second) as Instant
    const { effects } = step(on.state(), { kind: 'playback-ended', now, key, playedSeconds, fault })
    expect(effects).toMatchObject([{ kind: 'airing', airing: { result, playedSeconds } }])
  })

  it('D15: what ended before the first line-up came is nobody’s airing', () => {
    const on = rehearse(sampleFacts())
    on.until(monday5 + 90 * second, { on: true, trusted: true })
    on.until(monday5 + 91 * second, { lineup: sampleLineup([sampleItem('a', 0, 60), sampleItem('b', 60, 120)]) })
    on.until(monday5 + 200 * second)
    expect(Object.keys(results(on))).toEqual(['b'])
  })

  it('I15: an item without length or given twice is left out and reported, the others play', () => {
    const on = player([sampleItem('a', 10, 10), sampleItem('b', 20, 40), sampleItem('b', 20, 50)])
    on.until(monday5 + 100 * second)
    expect(on.effects.filter(effect => effect.kind === 'refusal').map(refusal => refusal.fault)).toEqual([
      'empty-span',
      'duplicate',
    ])
    expect(results(on)).toEqual({ b: { kind: 'completed' } })
  })
})
