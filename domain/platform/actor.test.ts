import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Actor, type Grant, holds, isWithin, type Role, roles, standsInFor, type UnitPath } from './actor.ts'
import type { AccountId, UnitId } from './ids.ts'

const path = (text: string): UnitPath => text.split('/') as UnitId[]
const tree = ['66', '66/A', '66/A/A1', '66/A/A2', '66/B', '66/B/B1'].map(path)
const anyPath = fc.constantFrom(...tree)
const anyRole = fc.constantFrom<Role>(...roles)

const actorWith = (...grants: readonly Grant[]): Actor => ({
  accountId: 'me' as AccountId,
  name: 'Nguyễn Thị Hoa',
  grants,
  secondFactorAt: null,
})

describe('R: a role reaches down the tree, never sideways or up', () => {
  it('is held in its unit and below, and nowhere else', () => {
    fc.assert(
      fc.property(anyRole, anyPath, anyPath, (role, held, asked) => {
        const actor = actorWith({ role, unitPath: held, deputyFor: null })
        const below = held.every((unit, index) => asked[index] === unit)
        expect(holds(actor, [role], asked)).toBe(below)
        expect(isWithin(asked, held)).toBe(below)
      }),
    )
  })

  it('is no other role, and nobody without a grant holds one', () => {
    fc.assert(
      fc.property(anyRole, anyRole, anyPath, (held, asked, unitPath) => {
        expect(holds(actorWith({ role: held, unitPath, deputyFor: null }), [asked], unitPath)).toBe(held === asked)
        expect(holds(actorWith(), roles, unitPath)).toBe(false)
      }),
    )
  })

  it('an empty path, of a unit that is not there, lies in no unit', () => {
    for (const unitPath of tree)
      expect(holds(actorWith({ role: 'administrator', unitPath, deputyFor: null }), roles, [])).toBe(false)
    expect(isWithin(path('66'), [])).toBe(false)
  })
})

describe('a deputy acts for another only where the role is not its own', () => {
  const binh = 'binh' as AccountId
  const own = (unit: string): Grant => ({ role: 'approver', unitPath: path(unit), deputyFor: null })
  const deputy = (unit: string): Grant => ({ role: 'approver', unitPath: path(unit), deputyFor: binh })

  it.each([
    ['only as deputy', [deputy('66/A')], 'A', [binh]],
    ['only as deputy, in a unit below', [deputy('66/A')], 'A1', [binh]],
    ['by a role of its own', [own('66/A')], 'A', []],
    ['by both in the same unit', [own('66/A'), deputy('66/A')], 'A', []],
    ['by its own from above', [own('66'), deputy('66/A')], 'A', []],
    ['by its own elsewhere, acting there', [own('66/B'), deputy('66/A')], 'B', []],
    ['by its own elsewhere, acting as deputy', [own('66/B'), deputy('66/A')], 'A', [binh]],
    ['by another role of its own', [{ ...own('66/A'), role: 'author' as const }, deputy('66/A')], 'A', [binh]],
  ])('%s', (_, grants, unitId, expected) => {
    expect(standsInFor(actorWith(...grants), ['approver'], unitId as UnitId)).toEqual(expected)
  })
})
