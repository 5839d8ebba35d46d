/** Slots as officers write them: what forbids one, what saving it would bring about, and what of it may still change. */
export * from './check-slot.ts'
export * from './preview-slot.ts'
export * from './skip-started.ts'
export * from './split-recurrence.ts'
export * from './suggest-times.ts'
export * from './touched-slots.ts'
export * from './word-violation.ts'
