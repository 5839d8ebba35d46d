/** The loudspeaker agent, a program: others start it and read its renderings, nobody calls into it. */
import { fileURLToPath } from 'node:url'

export type { Play } from './sound/file-sink.ts'

/** What to hand to `node`. */
export const speakerProgram = fileURLToPath(new URL('main.ts', import.meta.url))
