/** Programmes: several approved sounds put together into one, made once and kept by what is in it. */
export * from './open-programmes.ts'
export * from './programme-key.ts'
export { type Programme, readProgrammes } from './store.ts'
