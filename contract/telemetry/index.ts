/** What devices measured over seven days, and how much of the time they were heard. */
export * from './telemetry-contract.ts'
