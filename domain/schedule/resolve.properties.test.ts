import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Instant, instant, instantToLocal, localToInstant, millisecondsPerDay } from '@nguon/domain/platform'
import { anyScene, type Scene } from '../../tests/examples/any-timetable.ts'
import { hearMinuteByMinute } from '../../tests/examples/schedule-oracle.ts'
import { compareStandings } from './rank.ts'
import { type Resolved, resolve, resolvedAt } from './resolve.ts'
import { explain } from './explain.ts'

const runs = { numRuns: 80 }
const minute = 60_000
const spanOf = ({ now }: Scene) => ({ startsAt: now, endsAt: instant(now + 1.5 * millisecondsPerDay) })
const resolveScene = (scene: Scene): Resolved => resolve(scene.timetable, scene.device, spanOf(scene))

/** The midnight two days before the span, where the resolution begins too. */
function pastOf({ timetable, now }: Scene): Instant {
  const back = instantToLocal(instant(now - 2 * millisecondsPerDay + 12 * 60 * minute), timetable.zone)
  return localToInstant(back.day, '00:00' as typeof back.timeOfDay, timetable.zone)
}

function minutesOf(resolved: Resolved) {
  const minutes = []
  for (let at: number = resolved.span.startsAt; at < resolved.span.endsAt; at += minute) {
    const piece = resolvedAt(resolved, instant(at))
    const offsetMinutes = piece && piece.offsetSeconds / 60 + (at - piece.startsAt) / minute
    minutes.push(piece ? { slotId: piece.slotId, day: piece.day, offsetMinutes } : null)
  }
  return minutes
}

describe('laws of resolution, for any timetable', () => {
  it('what plays is what the slow model hears, minute by minute', () => {
    fc.assert(
      fc.property(anyScene, scene => {
        const span = spanOf(scene)
        const past = pastOf(scene)
        const heard = hearMinuteByMinute(scene.timetable, scene.device, past, span.endsAt)
        expect(minutesOf(resolveScene(scene))).toEqual(heard.slice((span.startsAt - past) / minute))
      }),
      runs,
    )
  })

  it('P2.1 pieces never overlap', () => {
    fc.assert(
      fc.property(anyScene, scene => {
        const { placed } = resolveScene(scene)
        placed.forEach((piece, place) => {
          expect(piece.startsAt).toBeLessThan(piece.endsAt)
          expect(piece.startsAt).toBeGreaterThanOrEqual(placed[place - 1]?.endsAt ?? 0)
        })
      }),
      runs,
    )
  })

  it('P9.1 the order of input never matters', () => {
    fc.assert(
      fc.property(anyScene, scene => {
        const turned = Object.entries(scene.timetable).map(([name, value]) => [
          name,
          Array.isArray(value) && name !== 'priorityOrders' ? value.toReversed() : value,
        ])
        const other = { ...scene, timetable: Object.fromEntries(turned) }
        expect(resolveScene(other).pieces).toEqual(resolveScene(scene).pieces)
      }),
      runs,
    )
  })

  it('P9.2 a slot changes nothing that outranks it', () => {
    fc.assert(
      fc.property(anyScene, scene => {
        const whole = resolveScene(scene)
        for (const gone of scene.timetable.slots) {
          const standing = whole.outcomes.find(outcome => outcome.occurrence.slotId === gone.id)?.standing
          if (!standing) continue
          const slots = scene.timetable.slots.filter(slot => slot !== gone)
          const without = resolveScene({ ...scene, timetable: { ...scene.timetable, slots } })
          const above = ({ outcomes }: Resolved) =>
            outcomes
              .filter(outcome => compareStandings(outcome.standing, standing) < 0)
              .map(({ occurrence, pieces, ending }) => ({ occurrence, pieces, ending }))
          expect(above(without)).toEqual(above(whole))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('P9.3 nothing sounds where its issuer, its target or an approval does not reach', () => {
    fc.assert(
      fc.property(anyScene, scene => {
        const { timetable, device } = scene
        const { placed } = resolveScene(scene)
        for (const piece of placed) {
          const slot = timetable.slots.find(slot => slot.id === piece.slotId)
          const placements = device.placements.filter(placement => slot && placement.path.includes(slot.unitId))
          const named = placements.some(({ path, groups }) =>
            [...path, ...groups, device.id].some(name =>
              [slot?.target.units, slot?.target.groups, slot?.target.devices].flat().some(other => other === name),
            ),
          )
          expect(named).toBe(true)
        }
      }),
      runs,
    )
  })

  it('P10.1 the explanation agrees with what plays, and a winner outranks', () => {
    fc.assert(
      fc.property(anyScene, scene => {
        const resolved = resolveScene(scene)
        const { span } = resolved
        for (let at: number = span.startsAt; at < span.endsAt; at += 35 * minute) {
          const playing = resolvedAt(resolved, instant(at))
          for (const { id } of scene.timetable.slots) {
            const answer = explain(resolved, { slotId: id, deviceId: scene.device.id, at: instant(at) })
            expect(answer.code === 'PLAYS').toBe(playing?.slotId === id)
            if (answer.code === 'PREEMPTED') expect(answer.winner?.slotId).toBe(playing?.slotId)
            if (answer.code === 'SILENCED') expect(answer.causes).not.toEqual([])
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
