import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentHashField } from '@nguon/contract/platform'
import type { Airing } from '@nguon/domain/airings'
import { type Instant, instant, type Sha256 } from '@nguon/domain/platform'
import type { Platform } from '@nguon/server/platform'
import { compareRender } from '@nguon/server/sound'
import { decodeProtectedHeader } from 'jose'
import type { Journey } from './journey.ts'
import type { SpeakerProcess } from './run-speaker.ts'

/** What one loudspeaker proved, or did not. */
export interface SpeakerProof {
  readonly id: string
  readonly name: string
  readonly result: Airing['result']['kind'] | 'silent'
  readonly reason: string | null
  readonly plannedAt: string
  readonly startedAt: string | null
  readonly audioSha256: Sha256 | null
  readonly correlation: number
  readonly coverage: number
  readonly proven: boolean
}

interface PlayLine {
  readonly itemId: string
  readonly startedAt: Instant
  readonly mediaSha256: Sha256
  readonly file: string
}

const leastCorrelation = 0.95
const leastCoverage = 0.98
const mostLateMilliseconds = 250

/**
 * Compares what the loudspeaker's sink holds with the audio that was approved, in a process of its own. The airing it
 * sent is its word; this is the proof.
 */
export async function proveSound(
  files: Platform['files'],
  journey: Journey,
  speaker: SpeakerProcess,
  airing: Airing | null,
): Promise<SpeakerProof> {
  const play = playsOf(speaker).find(line => line.itemId.startsWith(journey.slotId))
  const { correlation, coverage } = play
    ? await compareRender(files.pathOf(journey.audio.sha256), join(speaker.sinkFolder, play.file))
    : { correlation: 0, coverage: 0 }
  const startedAt = play?.startedAt ?? null
  const punctual = startedAt !== null && Math.abs(startedAt - journey.plannedAt) <= mostLateMilliseconds
  const sounded = correlation >= leastCorrelation && coverage >= leastCoverage
  const airedAsApproved =
    airing?.result.kind === 'completed' &&
    airing.contentHashes.includes(contentHashField.parse(journey.bulletin.contentHash))
  return {
    id: speaker.deviceId,
    name: speaker.name,
    result: airing?.result.kind ?? 'silent',
    reason: airing ? reasonOf(airing) : 'no airing arrived',
    plannedAt: new Date(journey.plannedAt).toISOString(),
    startedAt: startedAt === null ? null : new Date(startedAt).toISOString(),
    audioSha256: play?.mediaSha256 ?? null,
    correlation: rounded(correlation),
    coverage: rounded(coverage),
    proven: sounded && punctual && airedAsApproved && play?.mediaSha256 === journey.audio.sha256,
  }
}

/** The line-up the loudspeaker obeyed, by its own copy. */
export function lineupOf(speaker: SpeakerProcess): { version: number; keyId: string } | null {
  const path = join(speaker.folder, 'lineup.jws')
  if (!existsSync(path)) return null
  const jws = readFileSync(path, 'utf8')
  const payload = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as { version: number }
  return { version: payload.version, keyId: decodeProtectedHeader(jws).kid ?? '' }
}

function playsOf(speaker: SpeakerProcess): PlayLine[] {
  const path = join(speaker.sinkFolder, 'plays.jsonl')
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.endsWith('}'))
    .map(line => {
      const play = JSON.parse(line) as PlayLine
      return { ...play, startedAt: instant(Math.round(play.startedAt)) }
    })
}

function reasonOf({ result }: Airing): string | null {
  if (result.kind === 'completed') return null
  return result.kind === 'interrupted' ? result.by : result.reason
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
