/** The airings: what sounded, taken in exactly once. */
export * from './open-airings.ts'
export { findAirings } from './store.ts'
