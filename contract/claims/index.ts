/** What a device says and hears once, when it becomes ours. */
export * from './claim.ts'
export * from './refusals.ts'
