/** The airings: what sounded, taken in exactly once. */
export * from './open-airings.ts'
