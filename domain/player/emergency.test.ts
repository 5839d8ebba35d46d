import type { EmergencyDocument, EmergencyId } from '@nguon/domain/emergencies'
import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { monday5, rehearse, sampleEmergency, sampleFacts, sampleGuard, sampleItem, sampleLineup } from './rehearsal.ts'

const second = 1_000
const id = (letter: string) => letter.repeat(26) as EmergencyId
const at = (seconds: number) => (monday5 + seconds * second) as Instant
const version = (document: EmergencyDocument, change: Partial<EmergencyDocument>) => ({ ...document, ...change })

/** What follows the alert `e`. */
const following = (letter: string, purpose: EmergencyDocument['purpose'], change: Partial<EmergencyDocument> = {}) =>
  sampleEmergency(letter, {
    eventId: id('e'),
    references: [id('e')],
    version: 2,
    purpose,
    ...(purpose === 'cancellation' ? { play: null } : {}),
    ...change,
  })

function player(items = [sampleItem('p', 0, 300)], facts = {}) {
  const on = rehearse(sampleFacts(facts))
  on.until(at(-60), { on: true, trusted: true })
  on.until(at(-50), { lineup: sampleLineup(items) })
  return on
}

type On = ReturnType<typeof player>

const heard = (on: On) =>
  on.sounds.map(({ key, from, until }) => [key[0], (from - monday5) / second, (until - monday5) / second])
const faults = (on: On) =>
  on.effects.flatMap(effect => (effect.kind === 'refusal' ? [`${effect.subject} ${effect.fault}`] : []))
const stands = (on: On) => on.state().emergencies.map(({ document, state, reason }) => [document.id[0], state, reason])

describe('which emergencies it obeys', () => {
  it.each<[string, Partial<EmergencyDocument>, string]>([
    ['for another device', { deviceIds: ['k'.repeat(26) as DeviceId] }, 'other-device'],
    ['of another unit', { unitId: 'y'.repeat(26) as UnitId }, 'other-unit'],
    ['an alert that follows something', { references: [id('f')] }, 'incomplete'],
    ['an update that follows nothing', { purpose: 'update', eventId: id('f') }, 'incomplete'],
    ['a cancellation with a sound', { purpose: 'cancellation', eventId: id('f'), references: [id('f')] }, 'incomplete'],
    ['an alert without a sound', { play: null }, 'incomplete'],
    ['one that is over', { sentAt: at(-7200), expiresAt: at(0) }, 'expired'],
    ['one of the future', { sentAt: at(700), expiresAt: at(7200) }, 'future'],
  ])('D19 D20 I04 I07: not %s', (_, change, fault) => {
    const on = player()
    on.until(at(5), { emergency: sampleEmergency('e', change) })
    on.until(at(100))
    expect([faults(on), stands(on), heard(on)]).toEqual([[`emergency ${fault}`], [], []])
  })

  it('D20 I04: the same again, live or fetched, does not sound twice; after it is over it is refused', () => {
    const on = player([])
    const alert = sampleEmergency('e')
    for (const seconds of [5, 6, 30, 600]) on.until(at(seconds), { emergency: alert, live: seconds !== 30 })
    on.until(at(601), { off: true })
    on.until(at(602), { on: true, trusted: true })
    on.until(at(603), { emergency: alert })
    on.until(at(3700), { emergency: version(alert, { version: 1, id: id('f'), eventId: id('f') }) })
    expect([heard(on), faults(on)]).toEqual([[['e', 5, 15]], ['emergency expired']])
  })

  it('D20 I04: an alert that was replaced and is replayed is refused', () => {
    const on = player([])
    on.until(at(5), { emergency: sampleEmergency('e') })
    on.until(at(30), { emergency: following('f', 'update') })
    on.until(at(60), { emergency: version(sampleEmergency('e'), { version: 1 }) })
    on.until(at(61), {
      emergency: sampleEmergency('g', { eventId: id('e'), references: [id('e')], purpose: 'update' }),
    })
    expect([heard(on), faults(on)]).toEqual([
      [
        ['e', 5, 15],
        ['f', 30, 40],
      ],
      ['emergency older', 'emergency older'],
    ])
  })

  it('D19 I03: nothing of a drill follows an emergency, nor the other way round', () => {
    const on = player([])
    on.until(at(5), { emergency: sampleEmergency('e', { type: 'drill' }) })
    on.until(at(30), { emergency: following('f', 'update') })
    expect([heard(on), faults(on)]).toEqual([[['e', 5, 15]], ['emergency other-type']])
  })

  it('D21: without trusted time it sounds what comes live, and nothing it has to ask for', () => {
    const on = rehearse(sampleFacts())
    on.until(at(-60), { on: true, trusted: false })
    on.until(at(5), { emergency: sampleEmergency('f'), live: false })
    on.until(at(6), { emergency: sampleEmergency('e') })
    on.until(at(60))
    expect([heard(on), faults(on)]).toEqual([[['e', 0, 10]], ['emergency no-trusted-time']])
  })

  it('D21 I04: without trusted time a replay from before the newest word it knows is refused', () => {
    const mark = { version: 7, issuedAt: at(0), since: at(-100) }
    const on = rehearse(sampleFacts({ mark }))
    on.until(at(-60), { on: true, trusted: false })
    on.until(at(5), { emergency: sampleEmergency('e', { sentAt: at(-7200), expiresAt: at(-1) }) })
    expect(faults(on)).toEqual(['emergency expired'])
  })
})

describe('how it sounds', () => {
  it('D23 D24 I13: it cuts the programme at once, which goes on where the others are when it is over', () => {
    const on = player([sampleItem('p', 0, 300)])
    on.until(at(100), { emergency: sampleEmergency('e', { play: { ...sampleEmergency('e').play!, rounds: 2 } }) })
    on.until(at(400))
    expect(heard(on)).toEqual([
      ['p', 0, 100],
      ['e', 100, 110],
      ['e', 112, 122],
      ['p', 122, 300],
    ])
    expect(on.airings.map(({ itemId, result, playedSeconds }) => [itemId[0], result, playedSeconds])).toEqual([
      ['e', { kind: 'completed' }, 20],
      ['p', { kind: 'interrupted', by: 'emergency' }, 278],
    ])
    const resumed = on.effects.findLast(effect => effect.kind === 'play')
    expect(resumed).toMatchObject({ itemId: 'p', offsetSeconds: 122 })
  })

  it('D24: a programme that should begin meanwhile joins late, and it is told why', () => {
    const on = player([sampleItem('p', 10, 100)])
    on.until(at(5), { emergency: sampleEmergency('e') })
    on.until(at(400))
    expect(heard(on)).toEqual([
      ['e', 5, 15],
      ['p', 15, 100],
    ])
    expect(on.airings.at(-1)?.result).toEqual({ kind: 'interrupted', by: 'emergency' })
  })

  it('D23: at night, at full volume, where the guard lets nothing sound', () => {
    const on = rehearse(sampleFacts())
    on.until(at(-60), { on: true, trusted: true })
    const guard = sampleGuard({ silentDays: [], quietHours: [{ from: '00:00', until: '00:00' } as never] })
    on.until(at(-50), { lineup: sampleLineup([sampleItem('p', 0, 300)], { guard }) })
    on.until(at(5), { emergency: sampleEmergency('e') })
    on.until(at(20))
    expect(heard(on)).toEqual([['e', 5, 15]])
    expect(on.effects.findLast(effect => effect.kind === 'play')).toMatchObject({
      levels: [{ fromSeconds: 0, volume: 100 }],
    })
  })

  it('D23: again as often as it says, until it is over, with the programme in between', () => {
    const on = player([sampleItem('p', 0, 4000)])
    on.until(at(5), { emergency: sampleEmergency('e', { play: { ...sampleEmergency('e').play!, everyMinutes: 30 } }) })
    on.until(at(4000))
    expect(heard(on)).toEqual([
      ['p', 0, 5],
      ['e', 5, 15],
      ['p', 15, 1805],
      ['e', 1805, 1815],
      ['p', 1815, 4000],
    ])
    expect(on.airings.filter(({ class: kind }) => kind === 'emergency')).toHaveLength(2)
  })

  it('D23 I03: a drill expires to silence, in the middle of a word', () => {
    const on = player([])
    on.until(at(5), { emergency: sampleEmergency('e', { type: 'drill', expiresAt: at(12) }) })
    on.until(at(100))
    expect([heard(on), stands(on)]).toEqual([[['e', 5, 12]], [['e', 'played', 'expired']]])
    expect(on.airings.map(({ result }) => result)).toEqual([{ kind: 'interrupted', by: 'expired' }])
  })

  it('D23: it waits for its audio, lets programmes sound meanwhile, and says so when it never came', () => {
    const play = { ...sampleEmergency('e').play!, sha256: 'f'.repeat(64) as never }
    const on = player([sampleItem('p', 0, 300)])
    on.until(at(5), { emergency: sampleEmergency('e', { play, expiresAt: at(60) }) })
    on.until(at(6), { emergency: sampleEmergency('g', { play, version: 2, expiresAt: at(200) }) })
    on.until(at(50))
    expect(stands(on)).toEqual([
      ['e', 'received', 'no-media'],
      ['g', 'received', 'no-media'],
    ])
    on.until(at(100), { media: 'f'.repeat(64) })
    on.until(at(400))
    expect(heard(on)).toEqual([
      ['p', 0, 100],
      ['g', 100, 110],
      ['p', 110, 300],
    ])
    expect(stands(on)).toEqual([
      ['e', 'silent', 'no-media'],
      ['g', 'played', null],
    ])
  })

  it('D25: a drill gives way to an emergency and is over', () => {
    const on = player([])
    on.until(at(5), { emergency: sampleEmergency('e', { type: 'drill' }) })
    on.until(at(8), { emergency: sampleEmergency('f', { version: 2 }) })
    on.until(at(100))
    expect(heard(on)).toEqual([
      ['e', 5, 8],
      ['f', 8, 18],
    ])
    expect(stands(on)).toEqual([
      ['e', 'played', 'emergency'],
      ['f', 'played', null],
    ])
  })

  it('D25: after a loss of power it goes on with the round it was in, and no whole round comes again', () => {
    const on = player([])
    on.until(at(5), { emergency: sampleEmergency('e', { play: { ...sampleEmergency('e').play!, rounds: 3 } }) })
    on.until(at(22), { off: true })
    on.until(at(30), { on: true, trusted: true })
    on.until(at(100))
    expect(heard(on)).toEqual([
      ['e', 5, 15],
      ['e', 17, 22],
      ['e', 30, 40],
      ['e', 42, 52],
    ])
  })
})
