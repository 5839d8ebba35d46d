import type { Lineup, LineupItem } from '@nguon/domain/lineups'
import type { Instant } from '@nguon/domain/platform'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAudio } from './test-peer/make-audio.ts'
import { type Peer, peerItem, peerLineup, startPeer } from './test-peer/peer.ts'
import { freshFolder, playsOf, type RunningSpeaker, runSpeaker } from './test-peer/run-speaker.ts'

const day = 86_400_000
/** Monday 2 November 2026, 04:00 in Việt Nam. */
const monday4 = Date.UTC(2026, 10, 1, 21)
const hour = 3_600_000

const tone = await makeAudio(2, 440)
let peer: Peer
let speaker: RunningSpeaker

beforeEach(async () => {
  peer = await startPeer()
  peer.audio.set(tone.sha256, tone)
  peer.now = () => monday4
})

afterEach(async () => {
  await speaker.kill()
  await peer.close()
})

function start(folder: string, monotonic: number, bootId = 'first') {
  speaker = runSpeaker(folder, ['--server', peer.url, '--simulate-clock', JSON.stringify({ monotonic, bootId })])
  return speaker
}

/** A loudspeaker that was online once, at Monday 04:00, and holds the line-up and its audio. */
async function startOnce(folder: string, items: LineupItem[], change: Partial<Lineup> = {}) {
  peer.lineup = await peer.sign(peerLineup(1, monday4, items, [tone], change))
  start(folder, 0)
  await speaker.heard(({ event }) => event === 'lineup-kept')
  await speaker.advance(30_000)
  await speaker.heard(({ event }) => event === 'media-ready')
}

const threeADay = Array.from({ length: 8 }, (_, index) =>
  [5, 11, 17].map(at => peerItem(`d${index}h${at}`, monday4 + index * day + (at - 4) * hour, tone)),
).flat()

describe('a loudspeaker without a server', () => {
  it('L2 I12: plays its line-up for seven days, then uploads every airing once', async () => {
    const folder = freshFolder()
    await startOnce(folder, threeADay)
    await peer.close()
    await speaker.advance(7 * day)
    const plays = playsOf(folder)
    expect(plays.map(play => play.itemId)).toEqual(threeADay.slice(0, 21).map(item => item.id))
    for (const play of plays) expect(Math.abs(play.startedAt - play.plannedAt)).toBeLessThan(250)
    await peer.listen()
    peer.now = () => monday4 + 7 * day + 60_000
    await speaker.advance(600_000)
    expect(peer.airings.map(airing => [airing.seq, airing.itemId, airing.result.kind])).toEqual(
      threeADay.slice(0, 21).map((item, index) => [index + 1, item.id, 'completed']),
    )
  })

  it('L2: nothing more starts from a line-up that is over, and the airing says so', async () => {
    const folder = freshFolder()
    await startOnce(folder, threeADay, { validUntil: (monday4 + 2 * hour) as Instant })
    await peer.close()
    await speaker.advance(8 * hour)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['d0h5'])
    const refused = speaker.said.find(({ event, itemId }) => event === 'airing' && itemId === 'd0h11')
    expect(refused?.['result']).toEqual({ kind: 'refused', reason: 'lineup-expired' })
  })

  it('keeps the time over a restart of the program, because the machine ran on', async () => {
    const folder = freshFolder()
    await startOnce(folder, threeADay)
    await peer.close()
    await speaker.kill()
    start(folder, 50 * 60_000)
    await speaker.heard(({ event }) => event === 'ready')
    await speaker.advance(11 * 60_000)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['d0h5'])
  })

  it('I18: a cold boot without trusted time is silent and says so; when time comes, the past is recorded, not played', async () => {
    const folder = freshFolder()
    await startOnce(folder, threeADay)
    await peer.close()
    await speaker.kill()
    start(folder, 5_000, 'second')
    await speaker.heard(({ event, why }) => event === 'silent' && why === 'no-trusted-time')
    await speaker.advance(day)
    expect(playsOf(folder)).toEqual([])
    await peer.listen()
    peer.now = () => monday4 + day + 2 * hour
    await speaker.advance(400_000)
    expect(playsOf(folder)).toEqual([])
    expect(peer.airings.map(airing => [airing.itemId, airing.result])).toEqual([
      ['d0h5', { kind: 'missed', reason: 'off' }],
      ['d0h11', { kind: 'missed', reason: 'no-trusted-time' }],
      ['d0h17', { kind: 'missed', reason: 'no-trusted-time' }],
      ['d1h5', { kind: 'missed', reason: 'no-trusted-time' }],
    ])
    await peer.close()
    await speaker.advance(9 * hour)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['d1h11'])
  })
})
