import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import type { Instant, Sha256 } from '@nguon/domain/platform'
import type { WantedMedia } from '@nguon/domain/player'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../test-peer/run-speaker.ts'
import { openMediaStore } from './media-store.ts'

const now = 1_793_570_400_000 as Instant
const hour = 3_600_000
const sha = (letter: string) => letter.repeat(64) as Sha256
const file = (letter: string, hours: number, bytes = 100): WantedMedia => ({
  sha256: sha(letter),
  bytes,
  neededAt: (now + hours * hour) as Instant,
  ready: false,
})

/** A store of 300 bytes that holds three files of 100. */
function fullStore() {
  const media = openMediaStore(freshFolder(), 300)
  for (const letter of ['1', '2', '3']) writeFileSync(media.path(sha(letter)), Buffer.alloc(100))
  return media
}

describe('room for audio', () => {
  it.each<[string, WantedMedia[], WantedMedia, string[] | null]>([
    ['what no item needs goes first', [file('1', 1), file('2', 100)], file('4', 5), ['3']],
    ['then what is needed latest', [file('1', 80), file('2', 120), file('3', 100)], file('4', 5), ['2']],
    ['nothing goes that the next 72 hours need', [file('1', 1), file('2', 50), file('3', 71)], file('4', 5), null],
    [
      'nothing goes for what is needed later still',
      [file('1', 80), file('2', 90), file('3', 100)],
      file('4', 150),
      null,
    ],
    ['as much goes as is needed', [file('1', 80), file('2', 120), file('3', 100)], file('4', 5, 200), ['2', '3']],
  ])('%s', (_, wanted, wantedNow, letGo) => {
    const media = fullStore()
    const gone = media.makeRoom(wantedNow, [...wanted, wantedNow], now)
    expect(gone).toEqual(letGo?.map(sha) ?? null)
    for (const letter of letGo ?? []) expect(existsSync(media.path(sha(letter)))).toBe(false)
    if (letGo === null) expect(media.list()).toHaveLength(3)
  })

  it('a part of the file itself counts as room it has already', () => {
    const media = openMediaStore(freshFolder(), 300)
    for (const letter of ['1', '2']) writeFileSync(media.path(sha(letter)), Buffer.alloc(100))
    writeFileSync(media.partPath(sha('4')), Buffer.alloc(60))
    expect(media.makeRoom(file('4', 5), [file('1', 1), file('2', 2)], now)).toEqual([])
  })
})

describe('I16: a file', () => {
  const bytes = Buffer.from('âm thanh')
  const name = createHash('sha256').update(bytes).digest('hex') as Sha256

  it('gets its name only when it is what it should be', async () => {
    const media = openMediaStore(freshFolder(), 300)
    writeFileSync(media.partPath(name), bytes.subarray(1))
    expect(await media.finish(name)).toBe(false)
    expect(media.partBytes(name)).toBe(0)
    writeFileSync(media.partPath(name), bytes)
    expect(await media.finish(name)).toBe(true)
    expect(media.list()).toEqual([name])
  })

  it('that changed under its name is removed when it is verified', async () => {
    const media = openMediaStore(freshFolder(), 300)
    writeFileSync(media.path(name), bytes)
    expect(await media.verify(name)).toBe(true)
    writeFileSync(media.path(name), 'tiếng khác')
    expect(await media.verify(name)).toBe(false)
    expect(media.list()).toEqual([])
  })
})
