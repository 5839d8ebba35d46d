import type { Instant } from '@nguon/domain/platform'
import { forbiddenBy } from '@nguon/domain/player'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeAudio } from '../test-peer/make-audio.ts'
import { openGuard, type Peer, peerItem, peerLineup, startPeer } from '../test-peer/peer.ts'
import { freshFolder, playsOf, type RunningSpeaker, runSpeaker, tonesOf } from '../test-peer/run-speaker.ts'

const hour = 3_600_000
const day = 24 * hour
/** Monday 2 November 2026, 04:00 in Việt Nam. */
const monday4 = Date.UTC(2026, 10, 1, 21)
const audio = await makeAudio(2, 440)
const guard = { ...openGuard, quietHours: [{ from: '11:00', until: '13:30' }] } as unknown as typeof openGuard
/** Every hour something sounds, all day long. */
const items = Array.from({ length: 7 * 24 }, (_, index) =>
  peerItem(`q${index}`, monday4 + 600_000 + index * hour, audio),
)

let peer: Peer
let speaker: RunningSpeaker

beforeEach(async () => {
  peer = await startPeer()
  peer.audio.set(audio.sha256, audio)
  peer.now = () => monday4
  peer.lineup = await peer.sign(peerLineup(1, monday4, items, [audio], { guard }))
})
afterEach(async () => {
  await speaker.kill()
  await peer.close()
})

function start(folder: string, monotonic: number): void {
  const clock = JSON.stringify({ monotonic, bootId: 'b' })
  speaker = runSpeaker(folder, ['--server', peer.url, '--simulate-clock', clock])
}

it('I11 a loudspeaker tests itself once, in a gap and in its hours, and tells it once', async () => {
  const folder = freshFolder()
  start(folder, 0)
  await speaker.heard(({ event }) => event === 'lineup-kept')
  await speaker.advance(30_000)
  await speaker.heard(({ event }) => event === 'media-ready')
  await peer.close()
  await speaker.advance(2 * day)
  const [tone, ...more] = tonesOf(folder)
  expect(more).toEqual([])
  expect((tone?.frames ?? 0) / (tone?.sampleRate ?? 1)).toBe(2)
  const from = tone?.startedAt ?? (0 as Instant)
  expect(forbiddenBy(guard, from, 'normal')).toBeNull()
  for (const play of playsOf(folder)) expect(Math.abs(play.startedAt - from)).toBeGreaterThan(100_000)
  await speaker.kill()
  const later = 2 * day + hour
  peer.now = () => monday4 + later
  await peer.listen()
  start(folder, later)
  await speaker.heard(({ event }) => event === 'ready')
  await speaker.advance(600_000)
  const told = () => peer.selfTests.map(({ seq, at, result, heard }) => [seq, at, result, heard])
  await expect.poll(told).toEqual([[1, from, 'completed', null]])
  await speaker.advance(600_000)
  expect([tonesOf(folder).length, peer.selfTests.length]).toEqual([1, 1])
})
