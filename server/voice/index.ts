/** The voice of bulletins: how they are read, with the dictionary and people's decisions, and what was made of it. */
export * from './open-voice.ts'
export type { RenditionReady } from './render-job.ts'
export * from './renditions-of.ts'
export type { Speaking } from './speak-text.ts'
export { voiceTaskKinds } from './voice-tasks.ts'
