import { topics } from '@nguon/domain/devices'
import type { DeviceId } from '@nguon/domain/platform'
import { type EmbeddedBroker, openEmbeddedBroker } from '@nguon/server/brokers'
import { afterEach, expect, it, vi } from 'vitest'
import { freePort } from '@nguon/tests/free-port'
import { makeAudio } from '../../speaker/test-peer/make-audio.ts'
import { deviceId, type Peer, peerItem, peerLineup, secret, startPeer } from '../../speaker/test-peer/peer.ts'
import { freshFolder, playsOf, type RunningSpeaker, runSpeaker } from '../../speaker/test-peer/run-speaker.ts'

const tone = await makeAudio(2, 440)
const device = deviceId as DeviceId
const now = Date.UTC(2026, 10, 1, 21)
const minute = 60_000

let peer: Peer
let speaker: RunningSpeaker
let broker: EmbeddedBroker

afterEach(async () => {
  await speaker.kill()
  await broker.close()
  await peer.close()
})

it('I12 the broker is away for an hour: line-ups and airings go over HTTP, and at its return it is used again', async () => {
  const port = await freePort()
  const open = () =>
    openEmbeddedBroker({
      authenticate: (who, given) => Promise.resolve(who === device && given === secret),
      listen: { host: '127.0.0.1', port },
    })
  broker = await open()
  peer = await startPeer()
  peer.audio.set(tone.sha256, tone)
  peer.mqttUrl = `mqtt://127.0.0.1:${port}`
  let passed = 0
  peer.now = () => now + passed
  const goOn = async (minutes: number) => {
    for (let half = 0; half < minutes * 2; half++) {
      await speaker.advance(minute / 2)
      passed += minute / 2
    }
  }
  const offer = async (version: number, ...startsAt: number[]) => {
    const items = startsAt.map(at => peerItem(`at${(at - now) / minute}`, at, tone))
    peer.lineup = await peer.sign(peerLineup(version, now + passed, items, [tone]))
  }
  const connections = () => speaker.said.filter(({ event }) => event === 'mqtt-connected').length

  await offer(1, now + 10 * minute, now + 50 * minute)
  const folder = freshFolder()
  speaker = runSpeaker(folder, ['--server', peer.url, '--simulate-clock', '{"monotonic":0,"bootId":"b"}'])
  await speaker.heard(({ event }) => event === 'lineup-kept')
  await vi.waitUntil(() => connections() === 1, { timeout: 60_000 })

  await broker.close()
  await speaker.heard(({ event }) => event === 'mqtt-lost')
  await goOn(20)
  await offer(2, now + 50 * minute, now + 55 * minute)
  await goOn(40)
  expect(connections()).toBe(1)
  expect(playsOf(folder).map(play => play.itemId)).toEqual(['at10', 'at50', 'at55'])
  expect(peer.airings.map(({ itemId, result }) => [itemId, result.kind])).toEqual([
    ['at10', 'completed'],
    ['at50', 'completed'],
    ['at55', 'completed'],
  ])
  expect(peer.heartbeats.length).toBeGreaterThan(60)

  broker = await open()
  const heard: string[] = []
  broker.onMessage(
    (_, __, payload) => void heard.push((JSON.parse(Buffer.from(payload).toString()) as { kind: string }).kind),
  )
  await vi.waitUntil(
    async () => {
      await goOn(1)
      return connections() === 2
    },
    { timeout: 60_000, interval: 50 },
  )
  await vi.waitUntil(() => heard.includes('heartbeat'), { timeout: 60_000 })
  await offer(3, now + passed + 5 * minute)
  const audienceId = 'u'.repeat(26)
  const pointer = { audienceId, version: 3, url: `/api/devices/lineups/${audienceId}` }
  await broker.publish(topics.lineup(device), JSON.stringify(pointer), { retain: true })
  await speaker.heard(({ event, version }) => event === 'lineup-kept' && version === 3)
})
