import type { Instant, Sha256 } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bootPlayer } from './boot-player.ts'
import { monday5, sampleFacts, sampleItem, sampleLineup } from './rehearsal.ts'
import { fetchDelay, wantedMedia } from './wanted-media.ts'

const audio = (letter: string) => ({ rendition: { mediaSha256: letter.repeat(64) as Sha256, offsetSeconds: 0 } })

describe('what is fetched, and when', () => {
  it('asks for the files of what is still to come, the most urgent first, each once', () => {
    const items = [
      sampleItem('past', -100, -50, audio('1')),
      sampleItem('late', 500, 600, audio('2')),
      sampleItem('soon', 100, 200, audio('3')),
      sampleItem('again', 50, 90, audio('2')),
      sampleItem('here', 300, 400, audio('a')),
    ]
    const state = bootPlayer(sampleFacts({ lineup: sampleLineup(items) }))
    const wanted = wantedMedia(state, monday5 as Instant)
    expect(wanted.map(file => [file.sha256[0], (file.neededAt - monday5) / 1000, file.ready])).toEqual([
      ['2', 50, false],
      ['3', 100, false],
      ['a', 300, true],
    ])
  })

  it('waits for nothing that is near, and never so long that it comes too late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 * 86_400_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (left, share) => {
          const delay = fetchDelay((monday5 + left) as Instant, monday5 as Instant, share)
          expect(delay).toBeGreaterThanOrEqual(0)
          expect(delay).toBeLessThanOrEqual(6 * 3_600_000)
          if (left <= 600_000) expect(delay).toBe(0)
          else expect(delay).toBeLessThan(left - 600_000 + 1)
        },
      ),
    )
  })
})
