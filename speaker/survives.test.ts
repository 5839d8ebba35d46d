import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAudio } from './test-peer/make-audio.ts'
import { type Peer, peerItem, peerLineup, startPeer } from './test-peer/peer.ts'
import { freshFolder, type RunningSpeaker, runSpeaker } from './test-peer/run-speaker.ts'

const tone = await makeAudio(2, 440)
const now = Date.UTC(2026, 10, 1, 21)
const minute = 60_000

let peer: Peer
let speaker: RunningSpeaker

beforeEach(async () => {
  peer = await startPeer()
  peer.now = () => now
  peer.audio.set(tone.sha256, tone)
})

afterEach(async () => {
  await speaker.kill()
  await peer.close()
})

function start(folder: string, monotonic: number, more: string[] = []) {
  const clock = JSON.stringify({ monotonic, bootId: 'b' })
  speaker = runSpeaker(folder, ['--server', peer.url, '--simulate-clock', clock, ...more])
}

describe('kill -9', () => {
  it('I14: at any moment loses no airing, doubles none, and corrupts nothing', async () => {
    const folder = freshFolder()
    const items = Array.from({ length: 60 }, (_, index) => peerItem(`i${index}`, now + (index + 1) * minute, tone))
    peer.lineup = await peer.sign(peerLineup(1, now, items, [tone]))
    start(folder, 0)
    await speaker.heard(({ event }) => event === 'lineup-kept')
    let at = 0
    peer.now = () => now + at
    const goOn = async (until: number) => {
      for (; at < until; at += minute / 2) await speaker.advance(minute / 2)
    }
    for (let round = 0; round < 14; round++) {
      await speaker.heard(({ event }) => event === 'ready')
      const going = goOn(60 * minute).catch(() => {})
      await new Promise(resolve => setTimeout(resolve, 20 + Math.random() * 200))
      await speaker.kill()
      await going
      at += minute / 2
      start(folder, at)
    }
    await speaker.heard(({ event }) => event === 'ready')
    await goOn(63 * minute)
    const lines = readFileSync(join(folder, 'airings.jsonl'), 'utf8').trim().split('\n').slice(1)
    const airings = lines.map(line => JSON.parse(line) as { seq: number; itemId: string; result: { kind: string } })
    expect(airings.map(airing => airing.seq)).toEqual(airings.map((_, index) => index + 1))
    expect(airings.map(airing => airing.itemId).toSorted()).toEqual(items.map(item => item.id).toSorted())
    // Repeated deliveries are the peer's to drop; what it keeps is what stands in the log.
    await expect.poll(() => peer.airings.length).toBe(60)
    expect(peer.airings.map(airing => airing.seq)).toEqual(airings.map(airing => airing.seq))
    expect(airings.filter(airing => airing.result.kind === 'completed').length).toBeGreaterThan(30)
    expect(readdirSync(folder).filter(name => name.endsWith('.damaged'))).toEqual([])
  })
})

describe('a restart', () => {
  it.each<[NodeJS.Signals, number]>([
    ['SIGTERM', 12],
    ['SIGKILL', 10],
  ])('I18: by %s in the middle of an item joins it again and leaves one airing', async (signal, remembered) => {
    const folder = freshFolder()
    const long = await makeAudio(60, 300)
    peer.audio.set(long.sha256, long)
    peer.lineup = await peer.sign(peerLineup(1, now, [peerItem('long', now + minute, long)], [long]))
    start(folder, 0, ['--paced'])
    await speaker.heard(({ event }) => event === 'lineup-kept')
    await speaker.advance(10_000)
    await speaker.heard(({ event }) => event === 'media-ready')
    await speaker.advance(62_000)
    await speaker.kill(signal)
    peer.now = () => now + 80_000
    start(folder, 80_000, ['--paced'])
    await speaker.heard(({ event }) => event === 'time-trusted')
    await speaker.advance(2 * minute)
    const [airing, ...others] = peer.airings
    expect(others).toEqual([])
    expect(airing).toMatchObject({ seq: 1, startedAt: now + minute, result: { kind: 'interrupted', by: 'restart' } })
    expect(airing?.playedSeconds).toBeCloseTo(remembered + 40, 0)
  })

  it('L5: an airing of another item does not cost a running one its checkpoint', async () => {
    const folder = freshFolder()
    const long = await makeAudio(30, 300)
    peer.audio.set(long.sha256, long)
    const short = peerItem('short', now + minute + 2_000, tone)
    peer.lineup = await peer.sign(peerLineup(1, now, [peerItem('long', now + minute, long), short], [long, tone]))
    start(folder, 0, ['--paced'])
    await speaker.heard(({ event }) => event === 'lineup-kept')
    await speaker.advance(minute + 5_000)
    expect(speaker.said).toContainEqual(expect.objectContaining({ event: 'airing', itemId: 'short' }))
    await speaker.kill()
    peer.now = () => now + 2 * minute
    start(folder, 2 * minute)
    await speaker.heard(({ event }) => event === 'time-trusted')
    await speaker.advance(minute)
    expect(peer.airings.map(airing => [airing.itemId, airing.result])).toEqual([
      ['short', { kind: 'missed', reason: 'another-item' }],
      ['long', { kind: 'interrupted', by: 'restart' }],
    ])
  })

  it('L5: airings go up again until they are acknowledged, and are the same', async () => {
    const folder = freshFolder()
    peer.lineup = await peer.sign(peerLineup(1, now, [peerItem('i', now + minute, tone)], [tone]))
    peer.acknowledging = false
    start(folder, 0)
    await speaker.heard(({ event }) => event === 'lineup-kept')
    await speaker.advance(4 * minute)
    const sent = () => peer.requests.filter(request => request.url === '/api/devices/messages').length
    expect(peer.airings.map(airing => airing.seq)).toEqual([1])
    peer.acknowledging = true
    await speaker.advance(minute)
    const before = sent()
    await speaker.advance(minute)
    // Two heartbeats a minute and nothing else.
    expect(sent() - before).toBe(2)
    expect(peer.airings.map(airing => airing.seq)).toEqual([1])
  })
})

describe('a full disk', () => {
  /** A small disk of its own, where the tests may mount one. */
  function smallDisk(): string | null {
    const folder = freshFolder()
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=18m,mode=700', 'tmpfs', folder], { stdio: 'ignore' })
      return folder
    } catch (error) {
      if (process.env['CI'] === 'true') throw error
      return null
    }
  }

  const disk = smallDisk()
  if (disk === null) process.stderr.write('no disk of its own can be mounted; the test of a full disk is skipped\n')

  it.skipIf(disk === null)('is said, corrupts nothing, and what is at hand plays on with its airings', async () => {
    const folder = disk ?? ''
    try {
      const large = await makeAudio(400, 300)
      peer.audio.set(large.sha256, large)
      const items = [peerItem('small', now + 5 * minute, tone), peerItem('large', now + 20 * minute, large)]
      peer.lineup = await peer.sign(peerLineup(1, now, items, [tone, large]))
      start(folder, 0, ['--sink', `file:${freshFolder()}`])
      await speaker.heard(({ event }) => event === 'ready')
      let at = 0
      peer.now = () => now + at
      const goOn = async (minutes: number) => {
        for (const until = at + minutes * minute; at < until; at += minute) await speaker.advance(minute)
      }
      await goOn(1)
      await speaker.heard(({ event, fault }) => event === 'refused' && fault === 'full')
      // Somebody fills what the agent left free.
      spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filler')}`, 'bs=1M', 'count=40'])
      await goOn(30)
      expect(speaker.said).toContainEqual(expect.objectContaining({ event: 'store-trouble', code: 'ENOSPC' }))
      execFileSync('rm', [join(folder, 'filler')])
      await goOn(2)
      expect(peer.airings.map(airing => [airing.seq, airing.itemId, airing.result.kind])).toEqual([
        [1, 'small', 'completed'],
        [2, 'large', 'missed'],
      ])
      expect(peer.refusals).toContainEqual(expect.objectContaining({ subject: 'store', fault: 'full' }))
      for (const name of ['identity.json', 'mark.json']) JSON.parse(readFileSync(join(folder, name), 'utf8'))
    } finally {
      await speaker.kill()
      execFileSync('umount', ['-l', folder])
    }
  })
})
