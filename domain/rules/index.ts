/** What a unit allows in its hours: quiet hours, windows, silent days, quiet places, sessions; and whom a target names. */
export * from './effective-rules.ts'
export * from './quiet-place.ts'
export * from './rights.ts'
export * from './rule-presets.ts'
export * from './sessions.ts'
export * from './silence.ts'
export * from './target.ts'
export * from './unit-rules.ts'
