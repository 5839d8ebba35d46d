/** Emergencies and drills: written, confirmed by a second person, signed, sent at once and watched on every loudspeaker. */
export { emergencyTaskKinds } from './emergency-tasks.ts'
export * from './open-emergencies.ts'
