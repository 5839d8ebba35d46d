/** The assignments: devices that go to another unit, and the signed decision by which they learn it. */
export * from './open-assignments.ts'
export { movesOfDevice } from './store.ts'
