import { fileURLToPath } from 'node:url'
import type { Comparison } from '@nguon/domain/sound'
import { runProgram } from './run-program.ts'

const timeLimitMs = 60_000
const outputLimitBytes = 10_000

/**
 * Compares what a loudspeaker rendered (a WAV file, its header finished or not) with the approved MP3, in a process
 * of its own that shares nothing with the player: proof from outside (I10).
 * @throws ProgramFailed when the approved file cannot be read
 */
export async function compareRender(
  approvedPath: string,
  renderedPath: string,
  signal?: AbortSignal,
): Promise<Comparison> {
  const child = fileURLToPath(new URL('./compare-sound.child.ts', import.meta.url))
  const run = { timeLimitMs, outputLimitBytes, signal }
  const output = await runProgram(process.execPath, [child, approvedPath, renderedPath], run)
  return JSON.parse(new TextDecoder().decode(output)) as Comparison
}
