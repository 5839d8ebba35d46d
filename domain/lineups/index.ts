/** The line-up: the one document a device obeys, and how it is made for those who share it. */
export * from './audience.ts'
export * from './compose-lineup.ts'
export * from './guard-for.ts'
export * from './lineup.ts'
