import type { AccountId, Actor, Role, UnitId } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import type { BulletinState } from './bulletin-state.ts'
import { openActs } from './rights.ts'

const [province, commune, sibling] = ['province', 'commune', 'sibling'] as UnitId[] as [UnitId, UnitId, UnitId]
const someone = 'someone' as AccountId

function actor(role: Role, unitPath: readonly UnitId[], accountId = 'me'): Actor {
  return {
    accountId: accountId as AccountId,
    name: 'Nguyễn Thị Hoa',
    grants: [{ role, unitPath, deputyFor: null }],
    secondFactorAt: null,
  }
}

const bulletin = (state: BulletinState, writer: AccountId = someone) => ({
  state,
  writers: [writer],
  submittedBy: writer,
})

describe('who may do what with a bulletin of a commune', () => {
  it.each([
    { who: actor('author', [province, commune]), state: 'draft', acts: ['edit', 'submit', 'withdraw'] },
    { who: actor('author', [province, commune]), state: 'submitted', acts: ['edit', 'recall'] },
    { who: actor('approver', [province, commune]), state: 'submitted', acts: ['edit', 'recall', 'approve', 'return'] },
    { who: actor('approver', [province]), state: 'submitted', acts: ['edit', 'recall', 'approve', 'return'] },
    { who: actor('operator', [province, commune]), state: 'published', acts: ['withdraw'] },
    { who: actor('approver', [province, sibling]), state: 'submitted', acts: [] },
    { who: actor('technician', [province, commune]), state: 'draft', acts: [] },
  ] as const)('$who.grants.0.role, $state: $acts', ({ who, state, acts }) => {
    expect(openActs(who, bulletin(state), [province, commune])).toEqual(acts)
  })

  it('an approver who wrote a version of it does not approve it', () => {
    const me = actor('approver', [province, commune])
    expect(openActs(me, bulletin('submitted', me.accountId), [province, commune])).not.toContain('approve')
  })
})
