import type { Assignment } from '@nguon/domain/assignments'
import type { Instant } from '@nguon/domain/platform'
import { judgeAssignment } from './judge-assignment.ts'
import type { PlayerState } from './player-state.ts'
import { recordMissed } from './record-past.ts'
import { inOrder, type Stepped } from './stepped.ts'

/** Goes over to another unit, or refuses to (rules D16 to D18). */
export function acceptAssignment(state: PlayerState, assignment: Assignment, now: Instant | null): Stepped {
  const fault = judgeAssignment(state, assignment, now)
  if (fault !== null || now === null) {
    const detail = `version ${assignment.version}, unit ${assignment.unitId}`
    const refusal = { at: now, subject: 'assignment', fault: fault ?? 'no-trusted-time', detail } as const
    return { state, effects: [{ kind: 'refusal', ...refusal }] }
  }
  if (assignment.version === state.assignment?.version) return { state, effects: [] }
  const kept = { kind: 'keep-assignment', assignment } as const
  const { unitId } = assignment
  if (unitId === state.unitId) return { state: { ...state, assignment }, effects: [kept] }
  return inOrder(state, [
    state => recordMissed(state, now),
    state => ({ state: { ...state, assignment, unitId, lineup: null, acceptedAt: null }, effects: [kept] }),
  ])
}
