/** What units allow in their hours, as they have ruled it. */
export * from './check-unit-rules.ts'
export * from './open-rules.ts'
export * from './check-place.ts'
export { quietPlacesOfUnits, readRules, rulesOfUnits } from './store.ts'
