/** What devices measured hour by hour, and how much of the time they were heard. */
export * from './open-telemetry.ts'
