/** The device: a loudspeaker cluster or a board, its identity, topics and health. */
export * from './device.ts'
export * from './device-asset.ts'
export * from './group.ts'
export * from './rights.ts'
export * from './telemetry.ts'
export * from './topic-rights.ts'
export * from './topics.ts'
