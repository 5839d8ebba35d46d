/** What units allow in their hours, as they have ruled it. */
export * from './open-rules.ts'
export { quietPlacesOfUnits, rulesOfUnits } from './store.ts'
