/** The territory: the tree of units with its history, and the tables it comes from and goes into. */
export type { UnitUse } from './end-unit.ts'
export * from './import-units.ts'
export * from './open-territory.ts'
export * from './place-of-unit.ts'
export { type PlacedUnit, unitsById, unitsEverById, unitsEverWithin, unitsWithin } from './store.ts'
export { topsOf } from './visible-units.ts'
