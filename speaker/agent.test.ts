import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MadeAudio, makeAudio } from './test-peer/make-audio.ts'
import { type Peer, peerItem, peerLineup, startPeer } from './test-peer/peer.ts'
import { freshFolder, playsOf, type RunningSpeaker, runSpeaker } from './test-peer/run-speaker.ts'

let tone: MadeAudio
let peer: Peer
let speaker: RunningSpeaker | null = null

beforeAll(async () => {
  tone = await makeAudio(3, 440)
})

beforeEach(async () => {
  peer = await startPeer()
  peer.audio.set(tone.sha256, tone)
})

afterEach(async () => {
  await speaker?.kill()
  await peer.close()
})

describe('a loudspeaker with a server', () => {
  it('L2 L5: claims, fetches, plays at the planned instant and uploads its airing', async () => {
    const folder = freshFolder()
    const startsAt = Date.now() + 9_000
    peer.lineup = await peer.sign(peerLineup(1, Date.now() - 1000, [peerItem('i1', startsAt, tone)], [tone]))
    speaker = runSpeaker(folder, ['--server', peer.url])
    await speaker.heard(({ event }) => event === 'airing')
    const [play] = playsOf(folder)
    expect(play).toMatchObject({ itemId: 'i1', plannedAt: startsAt, mediaSha256: tone.sha256 })
    expect(Math.abs((play?.startedAt ?? 0) - startsAt)).toBeLessThan(1000)
    expect((play?.frames ?? 0) / (play?.sampleRate ?? 1)).toBeCloseTo(3, 1)
    expect(statSync(join(folder, 'sink', play?.file ?? '')).size).toBe(44 + 2 * (play?.frames ?? 0))
    await expect.poll(() => peer.airings.length, { timeout: 90_000 }).toBe(1)
    expect(peer.airings[0]).toMatchObject({ itemId: 'i1', seq: 1, result: { kind: 'completed' } })
    expect(peer.heartbeats.length).toBeGreaterThan(0)
  })

  it('L1: the identity is readable by its owner alone, and a second agent on the folder is refused', async () => {
    const folder = freshFolder()
    speaker = runSpeaker(folder, ['--server', peer.url])
    await speaker.heard(({ event }) => event === 'ready')
    const identity = join(folder, 'identity.json')
    expect(statSync(identity).mode & 0o777).toBe(0o600)
    expect(readFileSync(identity, 'utf8')).toContain('"rootKey"')
    const second = runSpeaker(folder, ['--server', peer.url])
    await second.heard(() => false).catch(() => {})
    expect(second.stderr()).toContain('another loudspeaker agent works in')
  })
})
