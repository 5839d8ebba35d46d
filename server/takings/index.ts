/** A unit's word on slots that reach it: what it takes from above, and which of its priority slots goes first. */
export { openTakings } from './open-takings.ts'
export { takingTaskKinds } from './take-tasks.ts'
