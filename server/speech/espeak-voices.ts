import type { Voice } from './voice-engine.ts'

/** The Vietnamese voices every build of espeak-ng has. */
export const espeakVoices: readonly Voice[] = [
  { id: 'vi', name: 'Giọng máy miền Bắc', region: 'north' },
  { id: 'vi-vn-x-central', name: 'Giọng máy miền Trung', region: 'central' },
  { id: 'vi-vn-x-south', name: 'Giọng máy miền Nam', region: 'south' },
]

/** At this setting espeak-ng says about four syllables a second, as newsreaders do. */
const naturalRate = 160
const slowest = 80
const fastest = 450

/** espeak-ng's setting for a speed. */
export function espeakRate(speed: number): number {
  return Math.round(Math.min(fastest, Math.max(slowest, naturalRate * speed)))
}
