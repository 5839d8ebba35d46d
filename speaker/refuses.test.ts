import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lineup } from '@nguon/domain/lineups'
import type { Instant, UnitId } from '@nguon/domain/platform'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAudio } from './test-peer/make-audio.ts'
import { makeKey, openGuard, type Peer, peerItem, peerLineup, startPeer } from './test-peer/peer.ts'
import { freshFolder, playsOf, type RunningSpeaker, runSpeaker } from './test-peer/run-speaker.ts'

const tone = await makeAudio(2, 440)
const otherVoice = await makeAudio(2, 880)
const now = Date.UTC(2026, 10, 1, 21)
const minute = 60_000
const good = (change: Partial<Lineup> = {}) =>
  peerLineup(5, now - minute, [peerItem('good', now + 10 * minute, tone)], [tone], change)
const bad = (change: Partial<Lineup>) =>
  peerLineup(6, now - minute, [peerItem('bad', now + 10 * minute, tone)], [tone], change)

let peer: Peer
let speaker: RunningSpeaker
let folder: string

beforeEach(async () => {
  folder = freshFolder()
  peer = await startPeer()
  peer.now = () => now
  peer.audio.set(tone.sha256, tone)
  peer.lineup = await peer.sign(good())
  start()
  await speaker.heard(({ event }) => event === 'lineup-kept')
  await speaker.advance(1000)
  await speaker.heard(({ event }) => event === 'media-ready')
})

afterEach(async () => {
  await speaker.kill()
  await peer.close()
})

function start(monotonic = 0) {
  speaker = runSpeaker(folder, ['--server', peer.url, '--simulate-clock', JSON.stringify({ monotonic, bootId: 'b' })])
}

async function flipByte(jws: string): Promise<string> {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const middle = Math.floor(payload.length / 2)
  const flipped = payload[middle] === 'A' ? 'B' : 'A'
  return [header, payload.slice(0, middle) + flipped + payload.slice(middle + 1), signature].join('.')
}

describe('a line-up that may not be obeyed', () => {
  it.each<[string, string, () => Promise<string>]>([
    ['with one flipped byte', 'signature', async () => flipByte(await peer.sign(bad({})))],
    ['I04 an old one, replayed', 'older', () => peer.sign(bad({ version: 4 }))],
    ['for another commune', 'other-unit', () => peer.sign(bad({ unitId: 'y'.repeat(26) as UnitId }))],
    ['that is over', 'expired', () => peer.sign(bad({ validUntil: (now - 1) as Instant }))],
    ['I06 signed by an unknown key', 'unknown-key', async () => peer.sign(bad({}), (await makeKey('k9')).signing)],
    [
      'signed by another key under a known name',
      'signature',
      async () => peer.sign(bad({}), (await makeKey('k1')).signing),
    ],
    [
      'without a guard',
      'malformed-payload',
      () => peer.sign({ ...bad({}), guard: null as unknown as Lineup['guard'] }),
    ],
    ['that is no document', 'malformed', async () => '<html>đăng nhập</html>'],
  ])('%s is refused, reported, and the last good one plays on', async (_, fault, make) => {
    peer.lineup = await make()
    await speaker.advance(2 * minute)
    expect(speaker.said).toContainEqual(expect.objectContaining({ event: 'refused', subject: 'lineup', fault }))
    expect(peer.refusals).toContainEqual(expect.objectContaining({ subject: 'lineup', fault }))
    await speaker.advance(10 * minute)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['good'])
  })

  it('a key the root key has signed meanwhile is learned, and its line-up obeyed', async () => {
    await peer.rotateKey()
    peer.lineup = await peer.sign(peerLineup(6, now, [peerItem('new', now + 5 * minute, tone)], [tone]))
    await speaker.advance(10 * minute)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['new'])
    expect(peer.refusals).toEqual([])
  })

  it('I15: one bad row costs only itself', async () => {
    const items = [{ id: 'broken' }, peerItem('fine', now + 5 * minute, tone)] as Lineup['items']
    peer.lineup = await peer.sign(peerLineup(6, now, items, [tone]))
    await speaker.advance(10 * minute)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['fine'])
    expect(peer.refusals).toContainEqual(expect.objectContaining({ subject: 'item', fault: 'malformed' }))
  })

  it('I01 I02: an item against the device’s own quiet hours is refused though it is well signed', async () => {
    const quietHours = [{ from: '21:00', until: '05:00' }] as unknown as Lineup['guard']['quietHours']
    const items = [
      peerItem('night', now + 5 * minute, tone),
      peerItem('siren', now + 6 * minute, tone, { class: 'emergency' }),
    ]
    peer.lineup = await peer.sign(peerLineup(6, now, items, [tone], { guard: { ...openGuard, quietHours } }))
    await speaker.advance(10 * minute)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['siren'])
    expect(peer.airings.map(airing => airing.result)).toEqual([
      { kind: 'refused', reason: 'quiet-hours' },
      { kind: 'completed' },
    ])
  })
})

describe('a folder somebody has changed', () => {
  const stored = () => join(folder, 'media', `${tone.sha256}.mp3`)

  it.each<[string, () => void]>([
    ['another voice', () => writeFileSync(stored(), otherVoice.body)],
    ['half of it', () => truncateSync(stored(), Math.floor(tone.bytes / 2))],
    ['silence', () => writeFileSync(stored(), Buffer.alloc(tone.bytes))],
  ])('I16: %s under the name of the audio is not played, is reported, and is fetched again', async (_, tamper) => {
    const again = peerItem('again', now + 13 * minute, tone)
    peer.lineup = await peer.sign(peerLineup(6, now, [...good().items, again], [tone]))
    await speaker.advance(minute)
    tamper()
    await speaker.advance(13 * minute)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['again'])
    expect(peer.airings.map(airing => airing.result)).toEqual([
      { kind: 'failed', reason: 'hash' },
      { kind: 'completed' },
    ])
    expect(peer.refusals).toContainEqual(
      expect.objectContaining({ subject: 'media', fault: 'hash', detail: tone.sha256 }),
    )
  })

  it('I16: a file changed while the device was off is fetched again in time', async () => {
    await speaker.kill()
    writeFileSync(stored(), otherVoice.body)
    start(minute)
    await speaker.heard(({ event, fault }) => event === 'refused' && fault === 'hash')
    await speaker.advance(12 * minute)
    expect(playsOf(folder).map(play => [play.itemId, play.mediaSha256])).toEqual([['good', tone.sha256]])
  })

  it('a stored line-up with a flipped byte is not obeyed', async () => {
    await speaker.kill()
    await peer.close()
    const path = join(folder, 'lineup.jws')
    writeFileSync(path, await flipByte(readFileSync(path, 'utf8')))
    start(minute)
    await speaker.heard(({ event, fault }) => event === 'refused' && fault === 'signature')
    await speaker.advance(12 * minute)
    expect(playsOf(folder)).toEqual([])
  })

  it('the line-up of another device’s folder is not obeyed', async () => {
    await speaker.kill()
    await peer.close()
    const stranger = await startPeer()
    const elsewhere = freshFolder()
    stranger.now = () => now
    stranger.lineup = await stranger.sign(good({ version: 9 }))
    const other = runSpeaker(elsewhere, ['--server', stranger.url, '--simulate-clock', '{"monotonic":0,"bootId":"b"}'])
    await other.heard(({ event }) => event === 'lineup-kept')
    await other.kill()
    await stranger.close()
    for (const name of ['lineup.jws', 'keys.jws', 'mark.json']) cpSync(join(elsewhere, name), join(folder, name))
    start(minute)
    await speaker.heard(({ event, subject }) => event === 'refused' && subject === 'key-set')
    await speaker.advance(12 * minute)
    expect(playsOf(folder)).toEqual([])
  })
})
