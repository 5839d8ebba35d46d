import speaker from './package.json' with { type: 'json' }

/** What this device says it runs. */
export const firmware = `nguon-speaker ${speaker.version}`
