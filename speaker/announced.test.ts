import { topics } from '@nguon/domain/devices'
import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import { afterEach, describe, expect, it } from 'vitest'
import { brokerKinds } from '../tests/harness/brokers.ts'
import { makeAudio } from './test-peer/make-audio.ts'
import { deviceId, type Peer, peerItem, peerLineup, secret, startPeer } from './test-peer/peer.ts'
import { freshFolder, playsOf, type RunningSpeaker, runSpeaker } from './test-peer/run-speaker.ts'

const tone = await makeAudio(1, 440)
const device = deviceId as DeviceId

interface Up {
  readonly kind: string
  readonly airings?: readonly { readonly log: string; readonly seq: number; readonly itemId: string }[]
  readonly refusals?: readonly { readonly subject: string; readonly fault: string; readonly detail: string }[]
  readonly telemetry?: { readonly assignmentVersion: number | null }
}

let peer: Peer
let speaker: RunningSpeaker
let cleanup = async () => {}

afterEach(async () => {
  await speaker.kill()
  await peer.close()
  await cleanup()
})

describe.each(brokerKinds)('a loudspeaker on the $name', kind => {
  async function connected() {
    peer = await startPeer()
    peer.audio.set(tone.sha256, tone)
    const open = await kind.open({ devices: new Map([[device, secret]]) })
    cleanup = () => open.close()
    peer.mqttUrl = `mqtt://127.0.0.1:${open.port}`
    const heard: Up[] = []
    const text = new TextDecoder()
    open.broker.onMessage((_, __, payload) => void heard.push(JSON.parse(text.decode(payload)) as Up))
    const folder = freshFolder()
    speaker = runSpeaker(folder, ['--server', peer.url])
    await speaker.heard(({ event }) => event === 'mqtt-connected')
    const announce = async (version: number) => {
      const pointer = { audienceId: 'u'.repeat(26), version, url: `/api/devices/lineups/${'u'.repeat(26)}` }
      await open.broker.publish(topics.lineup(device), JSON.stringify(pointer), { retain: true })
    }
    return { ...open, heard, folder, announce }
  }

  const airingsOf = (heard: readonly Up[]) => heard.flatMap(message => message.airings ?? [])

  it.skipIf(!kind.available())(
    'L2 L5: hears of a line-up at once, plays it, and sends its airing until it is acknowledged',
    async () => {
      const { broker, heard, folder, announce } = await connected()
      await expect.poll(() => heard.some(message => message.kind === 'heartbeat'), { timeout: 90_000 }).toBe(true)
      const startsAt = Date.now() + 9_000
      peer.lineup = await peer.sign(peerLineup(1, Date.now() - 1_000, [peerItem('i1', startsAt, tone)], [tone]))
      await announce(1)
      await speaker.heard(({ event }) => event === 'lineup-kept')
      await speaker.heard(({ event }) => event === 'airing')
      expect(playsOf(folder).map(play => play.itemId)).toEqual(['i1'])
      await expect.poll(() => airingsOf(heard).length, { timeout: 90_000 }).toBe(1)
      const [airing] = airingsOf(heard)
      await broker.publish(topics.acknowledged(device), JSON.stringify({ log: airing?.log, seq: airing?.seq }))
      const again = Date.now() + 9_000
      peer.lineup = await peer.sign(peerLineup(2, Date.now() - 1_000, [peerItem('i2', again, tone)], [tone]))
      await announce(2)
      await expect.poll(() => airingsOf(heard).map(each => each.itemId), { timeout: 90_000 }).toEqual(['i1', 'i2'])
      expect(peer.airings).toEqual([])
    },
  )

  it.skipIf(!kind.available())(
    'D16: hears at once that it was moved, and hears the new unit from then on',
    async () => {
      const { broker, heard } = await connected()
      const [former, next] = ['x', 'y'].map(letter => letter.repeat(26) as UnitId) as [UnitId, UnitId]
      const moved = { deviceId: device, version: 3, unitId: next, villageId: null, unitPath: [next] }
      peer.assignment = await peer.signAssignment({ ...moved, issuedAt: Date.now() as Instant })
      await broker.publish(topics.assignment(device), '{"version":3}', { retain: true })
      await speaker.heard(({ event }) => event === 'assignment-kept')
      const details = () => heard.flatMap(message => message.refusals ?? []).map(({ detail }) => detail)
      // What it does not know yet is told with its topic: that it heard it at all is the point here.
      await expect
        .poll(async () => (await broker.publish(topics.emergency(next), 'unknown'), details()), { timeout: 90_000 })
        .toContain(topics.emergency(next))
      await broker.publish(topics.emergency(former), 'unknown')
      await broker.publish(topics.down(device), 'reboot')
      await expect.poll(details, { timeout: 90_000 }).toContain(topics.down(device))
      expect(details()).not.toContain(topics.emergency(former))
      await expect
        .poll(() => heard.map(message => message.telemetry?.assignmentVersion), { timeout: 90_000 })
        .toContain(3)
    },
  )

  it.skipIf(!kind.available())('does not obey what it cannot understand, and says so', async () => {
    const { broker, heard } = await connected()
    await broker.publish(topics.down(device), 'reboot')
    await broker.publish(topics.lineup(device), '{"url":"http://elsewhere.example/lineup"}')
    const refusals = () =>
      heard.flatMap(message => message.refusals ?? []).map(({ subject, fault }) => [subject, fault])
    await expect.poll(refusals, { timeout: 90_000 }).toEqual([
      ['command', 'unsupported'],
      ['lineup', 'malformed-pointer'],
    ])
  })

  it.skipIf(!kind.available())('I12: goes on over HTTP when the broker is gone', async () => {
    const { close, folder } = await connected()
    cleanup = async () => {}
    await close()
    await speaker.heard(({ event }) => event === 'mqtt-lost')
    const startsAt = Date.now() + 9_000
    peer.lineup = await peer.sign(peerLineup(1, Date.now() - 1_000, [peerItem('i1', startsAt, tone)], [tone]))
    await speaker.kill()
    speaker = runSpeaker(folder, ['--server', peer.url])
    await speaker.heard(({ event }) => event === 'airing')
    await expect.poll(() => peer.airings.map(airing => airing.itemId), { timeout: 90_000 }).toEqual(['i1'])
    expect(peer.heartbeats.length).toBeGreaterThan(0)
  })
})
