import type { Actor, AccountId, Role, UnitId } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { mayEditUnit, mayReadUnit } from '@nguon/domain/territory'

const path = (text: string) => text.split('/') as UnitId[]
const actorIn = (role: Role, unit: string): Actor => ({
  accountId: 'someone' as AccountId,
  name: 'Nguyễn Văn An',
  grants: [{ role, unitPath: path(unit), deputyFor: null }],
  secondFactorAt: null,
})

describe('rights reach down the tree, never sideways or up (T4)', () => {
  it.each([
    ['author', 'tinh/xa1', 'tinh/xa1/thon1', true],
    ['author', 'tinh/xa1', 'tinh/xa1', true],
    ['author', 'tinh/xa1', 'tinh/xa2', false],
    ['author', 'tinh/xa1', 'tinh', false],
    ['villageHead', 'tinh/xa1/thon1', 'tinh/xa1/thon2', false],
  ] as const)('%s of %s reads %s: %s', (role, unit, target, expected) => {
    expect(mayReadUnit(actorIn(role, unit), path(target))).toBe(expected)
  })

  it.each([
    ['administrator', 'tinh', 'tinh/xa1', true],
    ['administrator', 'tinh/xa1', 'tinh/xa1/thon1', true],
    ['administrator', 'tinh', 'tinh', true],
    ['administrator', 'tinh/xa1', 'tinh/xa1', false],
    ['administrator', 'tinh/xa1', 'tinh/xa2/thon1', false],
    ['administrator', 'tinh/xa1', 'tinh', false],
    ['operator', 'tinh', 'tinh/xa1', false],
  ] as const)('%s of %s edits %s: %s', (role, unit, target, expected) => {
    expect(mayEditUnit(actorIn(role, unit), path(target))).toBe(expected)
  })
})
