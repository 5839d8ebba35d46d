import type { AccountId, Actor, Instant, Role, UnitId } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { askedBy, askingOrder, breakGlassAt } from './asking.ts'
import {
  holdsConfirmation,
  isSecondPerson,
  isWithinUnit,
  mayBreakGlass,
  mayReadEmergencies,
  mayStopEmergency,
  mayWriteEmergency,
} from './rights.ts'

const [province, commune, village, neighbour] = ['tinh', 'xa', 'thon', 'xa2'] as unknown as UnitId[]
const path = (...units: (UnitId | undefined)[]) => units.filter(unit => unit !== undefined)
const [an, binh, chi, dung] = ['an', 'binh', 'chi', 'dung'] as unknown as [AccountId, AccountId, AccountId, AccountId]
const at = (milliseconds: number) => milliseconds as Instant

const actor = (role: Role, ...units: (UnitId | undefined)[]): Actor => ({
  accountId: an,
  name: 'An',
  grants: [{ role, unitPath: path(...units), deputyFor: null }],
  secondFactorAt: null,
})

describe('who may', () => {
  it('E2.1 I03: nobody confirms what they wrote', () => {
    expect(isSecondPerson({ accountId: an }, an)).toBe(false)
    expect(isSecondPerson({ accountId: binh }, an)).toBe(true)
  })

  it.each<[string, (actor: Actor) => boolean, readonly Role[]]>([
    ['reads', actor => mayReadEmergencies(actor, path(province, commune)), ['author', 'villageHead', 'technician']],
    ['writes', actor => mayWriteEmergency(actor, path(province, commune)), ['author', 'operator', 'approver']],
    ['confirms', actor => holdsConfirmation(actor, path(province, commune)), ['approver']],
    ['stops', actor => mayStopEmergency(actor, path(province, commune)), ['author', 'operator', 'approver']],
  ])('E2.2: who %s in a commune', (_, may, allowed) => {
    for (const role of allowed) {
      expect(may(actor(role, province, commune)), role).toBe(true)
      expect(may(actor(role, province)), `${role} above`).toBe(true)
      expect(may(actor(role, province, neighbour)), `${role} beside`).toBe(false)
      expect(may(actor(role, province, commune, village)), `${role} below`).toBe(false)
    }
    expect(may(actor('feedbackOfficer', province, commune))).toBe(false)
  })

  it.each([
    ['a village of it', [path(province, commune, village)], true],
    ['itself and a village', [path(province, commune), path(province, commune, village)], true],
    ['the unit above', [path(province)], false],
    ['a village of it and a neighbour', [path(province, commune, village), path(province, neighbour)], false],
    ['nothing', [], false],
  ])('E2.3: the area is %s', (_, area, within) => expect(isWithinUnit(path(province, commune), area)).toBe(within))
})

describe('the second person', () => {
  const turn = (accountId: AccountId, rank: number, startsAt = 0, endsAt = 100) => ({
    accountId,
    rank,
    startsAt: at(startsAt),
    endsAt: at(endsAt),
  })

  it.each([
    ['by their rank', [turn(chi, 1), turn(binh, 2)], [chi, binh, dung]],
    ['only while on duty', [turn(chi, 1, 60), turn(dung, 2, 0, 50)], [binh, chi, dung]],
    ['not one who may not confirm', [turn('x' as AccountId, 1), turn(dung, 2)], [dung, binh, chi]],
    ['each once', [turn(dung, 1), turn(dung, 2)], [dung, binh, chi]],
    ['never the writer', [turn(an, 1)], [binh, chi, dung]],
  ])('E3.1: those on duty first, %s', (_, duty, order) =>
    expect(askingOrder(duty, [an, binh, chi, dung], { writtenBy: an, now: at(50) })).toEqual(order),
  )

  it.each([
    [0, 1],
    [59_999, 1],
    [60_000, 2],
    [185_000, 4],
  ])('E3.2: after %i ms so many were asked: %i', (after, asked) =>
    expect(askedBy(at(1_000), at(1_000 + after))).toBe(asked),
  )

  it.each<[string, Role, boolean, number | null, boolean]>([
    ['two minutes after the first was asked', 'operator', false, 120_000, true],
    ['a moment too early', 'approver', false, 119_999, false],
    ['a drill', 'approver', true, 120_000, false],
    ['before anybody was asked', 'approver', false, null, false],
    ['an author', 'author', false, 120_000, false],
  ])('E3.3: one confirms alone: %s', (_, role, isDrill, after, may) => {
    const when = { isDrill, breakGlassAt: breakGlassAt(after === null ? null : at(0)), now: at(after ?? 200_000) }
    expect(mayBreakGlass(actor(role, province, commune), path(province, commune), when)).toBe(may)
  })
})
