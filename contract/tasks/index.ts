/** What waits for people, over the wire. */
export * from './refusals.ts'
export * from './task-kind.ts'
export * from './tasks-contract.ts'
