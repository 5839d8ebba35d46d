import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { airingSchema, acknowledgementSchema } from '@nguon/contract/airings'
import type { Airing } from '@nguon/domain/airings'
import type { Instant } from '@nguon/domain/platform'
import { type ItemKey, itemKey } from '@nguon/domain/player'
import { z } from 'zod'
import { codeOf, type Store } from './store.ts'
import { writeAtomic } from './write-atomic.ts'

/** First line of the file: which log it is, and the last seq that was let go before its first airing. */
const headerSchema = z.object({ log: z.string().regex(/^[0-9a-z]{26}$/), after: z.int().min(0) })

const file = 'airings.jsonl'
const acknowledgedFile = 'acknowledged.json'
/** Airings stay this long although acknowledged: they tell which items of a line-up in force are done. */
const keptMilliseconds = 10 * 86_400_000
const compactFromBytes = 2_000_000

export interface AiringLog {
  readonly log: string
  lastSeq(): number
  handled(): Record<ItemKey, Instant>
  /** Durable when it returns true; a full disk makes it wait in memory, in order, until `retry`. */
  append(airing: Airing): boolean
  retry(): void
  /** The oldest that the server has not acknowledged, at most `most`. */
  unacknowledged(most: number): readonly Airing[]
  acknowledge(acknowledgement: { readonly log: string; readonly seq: number }, now: Instant | null): void
}

/**
 * The append-only record of what sounded. A torn last line, left by a kill, is cut off at opening; a file that is no log
 * at all is put aside and a new log begun.
 */
export function openAiringLog(store: Store, trouble: (code: string) => void): AiringLog {
  const path = join(store.folder, file)
  if (existsSync(path) && !startsWithHeader(path)) {
    trouble('damaged-log')
    renameSync(path, `${path}.damaged`)
  }
  if (!existsSync(path)) writeAtomic(path, `${JSON.stringify({ log: newLogId(), after: 0 })}\n`)
  const { header, airings, goodBytes } = readLog(path, trouble)
  let descriptor = openSync(path, 'r+')
  let length = goodBytes
  ftruncateSync(descriptor, length)
  const waiting: Airing[] = []
  let all = airings
  let acknowledged = header.after
  const stored = store.readJson(acknowledgedFile, acknowledgementSchema)
  if (stored?.log === header.log) acknowledged = Math.max(acknowledged, stored.seq)

  function write(airing: Airing): boolean {
    const bytes = Buffer.from(`${JSON.stringify(airing)}\n`)
    try {
      for (let written = 0; written < bytes.length; )
        written += writeSync(descriptor, bytes, written, bytes.length - written, length + written)
      fsyncSync(descriptor)
      length += bytes.length
      return true
    } catch (error) {
      trouble(codeOf(error))
      ftruncateSync(descriptor, length)
      return false
    }
  }

  function retry(): void {
    while (waiting[0] && write(waiting[0])) waiting.shift()
  }

  function compact(now: Instant): void {
    const kept = all.filter(airing => airing.seq > acknowledged || airing.plannedAt > now - keptMilliseconds)
    if (statSync(path).size < compactFromBytes || kept.length > all.length / 2 || waiting.length > 0) return
    const after = (kept[0]?.seq ?? (all.at(-1)?.seq ?? header.after) + 1) - 1
    const lines = [{ log: header.log, after }, ...kept].map(line => `${JSON.stringify(line)}\n`)
    writeAtomic(path, lines.join(''))
    closeSync(descriptor)
    descriptor = openSync(path, 'r+')
    length = statSync(path).size
    all = kept
  }

  return {
    log: header.log,
    lastSeq: () => all.at(-1)?.seq ?? header.after,
    handled: () =>
      Object.fromEntries(
        all.map(airing => [
          itemKey({ id: airing.itemId, startsAt: airing.plannedAt }),
          (airing.plannedAt + airing.plannedSeconds * 1000) as Instant,
        ]),
      ),
    append(airing) {
      all.push(airing)
      waiting.push(airing)
      retry()
      return waiting.length === 0
    },
    retry,
    // What is not on the disk is not sent: after a kill its number would belong to another airing.
    unacknowledged: most =>
      all.filter(airing => airing.seq > acknowledged && airing.seq < (waiting[0]?.seq ?? Infinity)).slice(0, most),
    acknowledge({ log, seq }, now) {
      if (log !== header.log || seq <= acknowledged || seq > (all.at(-1)?.seq ?? 0)) return
      acknowledged = seq
      store.write(acknowledgedFile, JSON.stringify({ log, seq }))
      if (now !== null) compact(now)
    },
  }
}

function newLogId(): string {
  return BigInt(`0x${randomBytes(24).toString('hex')}`)
    .toString(36)
    .padStart(26, '0')
    .slice(-26)
}

function startsWithHeader(path: string): boolean {
  return headerSchema.safeParse(parse(readFileSync(path, 'utf8').split('\n', 1)[0] ?? '')).success
}

function readLog(path: string, trouble: (code: string) => void) {
  const text = readFileSync(path)
  const whole = text.subarray(0, text.lastIndexOf(0x0a) + 1)
  const [first = '', ...lines] = whole.toString('utf8').split('\n').slice(0, -1)
  const header = headerSchema.parse(parse(first))
  const airings: Airing[] = []
  for (const line of lines) {
    const airing = airingSchema.safeParse(parse(line))
    if (airing.success) airings.push(airing.data)
    else trouble('damaged-line')
  }
  return { header, airings, goodBytes: whole.length }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
