import { libraryRefusals } from '@nguon/contract/media'
import { Refusal } from '@nguon/contract/platform'
import type { MediaItem } from '@nguon/domain/media'
import { ProgramFailed, runProgram } from '@nguon/server/sound'

const timeLimitMs = 120_000
const outputLimitBytes = 2 ** 20
/** What clamscan and clamdscan end with when they found something. */
const foundSomething = 1

/**
 * Has a file looked at by the configured scanner. Without one it says `unscanned`; a scanner that fails is no verdict.
 * @throws FILE_INFECTED, SCAN_FAILED
 */
export async function scanFile(scanner: string | null, path: string): Promise<NonNullable<MediaItem['scan']>> {
  if (scanner === null) return 'unscanned'
  try {
    await runProgram(scanner, [path], { timeLimitMs, outputLimitBytes })
    return 'clean'
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error
    if (error.code === foundSomething) {
      throw new Refusal(libraryRefusals.FILE_INFECTED, { found: nameOfFinding(error.output) })
    }
    throw new Refusal(libraryRefusals.SCAN_FAILED)
  }
}

/** clamscan and clamdscan write "path: name FOUND"; another program's finding may have no name. */
function nameOfFinding(output: string): string {
  return /: (\S{1,100}) FOUND\b/.exec(output)?.[1] ?? 'vi-rút'
}
