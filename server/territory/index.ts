/** The territory: the tree of units with its history, and the tables it comes from and goes into. */
export * from './import-units.ts'
export * from './open-territory.ts'
export * from './place-of-unit.ts'
export { type PlacedUnit, unitsById, unitsWithin } from './store.ts'
export { topsOf } from './visible-units.ts'
