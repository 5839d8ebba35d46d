import { readdirSync } from 'node:fs'
import type { Assignment } from '@nguon/domain/assignments'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAudio } from './test-peer/make-audio.ts'
import { deviceId, makeKey, type Peer, peerItem, peerLineup, startPeer } from './test-peer/peer.ts'
import { freshFolder, playsOf, type RunningSpeaker, runSpeaker } from './test-peer/run-speaker.ts'

const tone = await makeAudio(2, 440)
const now = Date.UTC(2026, 10, 1, 21)
const minute = 60_000
const neighbour = 'y'.repeat(26) as UnitId

let peer: Peer
let speaker: RunningSpeaker
let folder: string

beforeEach(async () => {
  folder = freshFolder()
  peer = await startPeer()
  peer.now = () => now
  peer.audio.set(tone.sha256, tone)
  const items = [peerItem('of the former', now + 10 * minute, tone)]
  peer.lineup = await peer.sign(peerLineup(5, now - minute, items, [tone]))
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

const decision = (change: Partial<Assignment> = {}): Assignment =>
  ({
    deviceId,
    version: 7,
    unitId: neighbour,
    villageId: null,
    unitPath: [neighbour],
    issuedAt: now,
    ...change,
  }) as never

const ofNeighbour = (version: number) =>
  peer.sign(peerLineup(version, now, [peerItem('of the new', now + 12 * minute, tone)], [tone], { unitId: neighbour }))

describe('a loudspeaker that is moved without a new claim', () => {
  it('D16 D18: learns it from a line-up of the new unit, and plays that one alone', async () => {
    peer.assignment = await peer.signAssignment(decision())
    peer.lineup = await ofNeighbour(6)
    await speaker.advance(minute)
    await speaker.heard(({ event }) => event === 'assignment-kept')
    await speaker.advance(15 * minute)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['of the new'])
    expect(peer.airings.map(({ itemId, result }) => [itemId, result.kind])).toEqual([['of the new', 'completed']])
    expect([peer.refusals, peer.heartbeats.at(-1)]).toMatchObject([[], { assignmentVersion: 7, lineupVersion: 6 }])
  })

  it('D16: killed as soon as it knows, it wakes in the new unit, plays nothing of the former, and waits for the new line-up', async () => {
    peer.assignment = await peer.signAssignment(decision())
    peer.lineup = await peer.sign(peerLineup(6, now, [], [tone], { unitId: 'z'.repeat(26) as UnitId }))
    void speaker.advance(minute).catch(() => {})
    await speaker.heard(({ event }) => event === 'assignment-kept')
    await speaker.kill()
    await peer.close()
    start(minute)
    await speaker.heard(({ event }) => event === 'ready')
    await speaker.advance(10.5 * minute)
    expect(playsOf(folder)).toEqual([])
    expect(readdirSync(folder).filter(name => name.endsWith('.new'))).toEqual([])
    await peer.listen()
    peer.now = () => now + 11.5 * minute
    peer.lineup = await ofNeighbour(7)
    await speaker.advance(10 * minute)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['of the new'])
  })

  it.each([401, 404, 405, 500, 302])(
    'a server that answers %i when asked for it keeps no line-up from the device',
    async status => {
      peer.assignment = status
      await speaker.kill()
      start(minute)
      peer.now = () => now + minute
      peer.lineup = await peer.sign(peerLineup(6, now, [peerItem('next', now + 5 * minute, tone)], [tone]))
      await speaker.heard(({ event, version }) => event === 'lineup-kept' && version === 6)
      await speaker.advance(6 * minute)
      expect(playsOf(folder).map(play => play.itemId)).toEqual(['next'])
      expect(speaker.said.filter(({ event }) => event === 'server-unreachable')).toEqual([])
    },
  )

  it('D17 I04 I06: refuses and reports what is altered, unsigned, foreign or replayed, and plays on where it is', async () => {
    const good = await peer.signAssignment(decision())
    const [header = '', payload = '', signature = ''] = good.split('.')
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'nguon-assignment+jws', kid: 'k1' }))
    const altered = Buffer.from(JSON.stringify(decision({ unitId: 'z'.repeat(26) as UnitId })))
    const older = decision({ version: 6, unitId: 'x'.repeat(26) as UnitId })
    const bad: [string, string][] = [
      ['malformed', '<html>đăng nhập</html>'],
      ['algorithm', `${unsigned.toString('base64url')}.${payload}.`],
      ['signature', `${header}.${altered.toString('base64url')}.${signature}`],
      ['type', await peer.sign(decision() as never)],
      ['unknown-key', await peer.signAssignment(decision(), (await makeKey('k9')).signing)],
      ['malformed-payload', await peer.signAssignment({ ...decision(), unitId: 'xa' as UnitId })],
      ['other-device', await peer.signAssignment(decision({ deviceId: 'e'.repeat(26) as DeviceId }))],
    ]
    peer.lineup = await ofNeighbour(6)
    for (const [fault, jws] of bad) {
      peer.assignment = jws
      await speaker.advance(minute)
      expect(peer.refusals).toContainEqual(expect.objectContaining({ subject: 'assignment', fault }))
    }
    await speaker.advance(4 * minute)
    expect(playsOf(folder).map(play => play.itemId)).toEqual(['of the former'])
    peer.assignment = good
    await speaker.advance(minute)
    await speaker.heard(({ event }) => event === 'assignment-kept')
    peer.assignment = await peer.signAssignment(older)
    peer.lineup = await peer.sign(peerLineup(7, now, [], [tone]))
    await speaker.advance(minute)
    expect(peer.refusals).toContainEqual(expect.objectContaining({ subject: 'assignment', fault: 'older' }))
    expect(peer.heartbeats.at(-1)).toMatchObject({ assignmentVersion: 7, lineupVersion: 6 })
  })
})
