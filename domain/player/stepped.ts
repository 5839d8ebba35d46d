import type { PlayerEffect } from './player-effect.ts'
import type { PlayerState } from './player-state.ts'

export interface Stepped {
  readonly state: PlayerState
  readonly effects: readonly PlayerEffect[]
}

/** Runs the parts of a step one after the other, each on the state the one before left. */
export function inOrder(state: PlayerState, parts: readonly ((state: PlayerState) => Stepped)[]): Stepped {
  return parts.reduce<Stepped>(
    (before, part) => {
      const after = part(before.state)
      return { state: after.state, effects: [...before.effects, ...after.effects] }
    },
    { state, effects: [] },
  )
}
