/** The sample province at work, for those who show it or test against it. */
export { carryToSlot } from './journey.ts'
export { type Demo, openDemo } from './open-demo.ts'
export { playAndProve } from './play-and-prove.ts'
