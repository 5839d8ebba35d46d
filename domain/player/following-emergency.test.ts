import type { EmergencyDocument, EmergencyId } from '@nguon/domain/emergencies'
import type { Instant } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monday5, rehearse, sampleEmergency, sampleFacts, sampleItem, sampleLineup } from './rehearsal.ts'

const second = 1_000
const id = (letter: string) => letter.repeat(26) as EmergencyId
const at = (seconds: number) => (monday5 + seconds * second) as Instant

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

describe('what follows an emergency', () => {
  it('D22: a cancellation ends the sound at once, and the programme goes on', () => {
    const on = player([sampleItem('p', 0, 300)])
    on.until(at(5), { emergency: sampleEmergency('e') })
    on.until(at(8), { emergency: following('f', 'cancellation') })
    on.until(at(20))
    expect(heard(on)).toEqual([
      ['p', 0, 5],
      ['e', 5, 8],
    ])
    expect(on.state().playing?.item.id).toBe('p')
    expect(stands(on)).toEqual([
      ['e', 'played', 'cancelled'],
      ['f', 'received', null],
    ])
  })

  it('D22 I07: a cancellation sounds nothing, whether or not the alert ever came', () => {
    const on = player([])
    on.until(at(8), { emergency: following('f', 'cancellation') })
    on.until(at(20), { emergency: sampleEmergency('e') })
    on.until(at(60))
    expect([heard(on), faults(on)]).toEqual([[], ['emergency older']])
  })

  it.each([
    ['heard', true],
    ['never heard', false],
  ])('D22 I03: a correction where the wrong alert was %s', (_, wasHeard) => {
    const on = player([])
    if (wasHeard) on.until(at(5), { emergency: sampleEmergency('e') })
    on.until(at(8), { emergency: following('f', 'correction') })
    on.until(at(60))
    expect(heard(on)).toEqual(
      wasHeard
        ? [
            ['e', 5, 8],
            ['f', 8, 18],
          ]
        : [],
    )
    expect(stands(on).at(-1)).toEqual(wasHeard ? ['f', 'played', null] : ['f', 'silent', 'not-heard'])
  })

  it('D20 D22 D25: in any order, with any repetition and restarts, one version sounds at most once, and none that is over', () => {
    const happening = fc.oneof(
      fc.record({ version: fc.integer({ min: 1, max: 4 }), live: fc.boolean() }),
      fc.constant('restart' as const),
    )
    const purposes = ['alert', 'update', 'cancellation', 'allClear'] as const
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 20 }), happenings => {
        const on = player([sampleItem('p', 0, 3000)])
        let [now, newest] = [5, 0]
        for (const each of happenings) {
          now += 15
          if (each === 'restart') {
            on.until(at(now), { off: true })
            on.until(at(now + 1), { on: true, trusted: true })
            continue
          }
          const purpose = purposes[each.version - 1] ?? 'alert'
          const letter = 'efgh'[each.version - 1] ?? 'e'
          const emergency =
            purpose === 'alert' ? sampleEmergency('e') : following(letter, purpose, { version: each.version })
          on.until(at(now), { emergency, live: each.live })
          newest = Math.max(newest, each.version)
          expect(
            on.state().emergencies.every(({ document, nextAt }) => nextAt === null || document.version === newest),
          ).toBe(true)
        }
        on.until(at(now + 100))
        const rounds = on.sounds.filter(({ class: kind }) => kind === 'emergency').map(({ key }) => key)
        expect(rounds).toEqual([...new Set(rounds)])
      }),
      { numRuns: 100 },
    )
  })
})
