import fc from 'fast-check'
import { generate } from 'mqtt-packet'
import { describe, expect, it } from 'vitest'
import { FrameMeter } from './frame-meter.ts'

const limits = { packetBytes: 300, packetsPerSecond: 10, packetBurst: 20 }
const publish = (bytes: number) =>
  generate({ cmd: 'publish', topic: 't', payload: Buffer.alloc(bytes), qos: 0, dup: false, retain: false })
// Two bytes of topic length and the topic itself.
const overhead = 3

describe('the frame meter', () => {
  it('gives the same answer however the bytes are cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 })
    const sizes = fc.array(fc.integer({ min: 0, max: 320 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(sizes, cuts, (sizes, cuts) => {
        const bytes = Buffer.concat(sizes.map(publish))
        const meter = new FrameMeter(limits, 0)
        let fault: string | null = null
        for (let at = 0, turn = 0; at < bytes.length && !fault; turn += 1) {
          const length = cuts[turn % cuts.length] ?? 1
          fault = meter.feed(bytes.subarray(at, at + length), 0)
          at += length
        }
        expect(fault).toBe(sizes.some(size => size + overhead > limits.packetBytes) ? 'packet-size' : null)
      }),
    )
  })

  it.each([
    ['20 at once', [[20, 0]], null],
    ['21 at once', [[21, 0]], 'message-rate'],
    [
      '20 at once and 10 a second later',
      [
        [20, 0],
        [10, 1_000],
      ],
      null,
    ],
    [
      '20 at once and 11 a second later',
      [
        [20, 0],
        [11, 1_000],
      ],
      'message-rate',
    ],
    [
      'a minute of silence saves no more than the burst',
      [
        [1, 0],
        [21, 60_000],
      ],
      'message-rate',
    ],
  ] as const)('counts packets against time: %s', (_case, volleys, expected) => {
    const meter = new FrameMeter(limits, 0)
    const faults = volleys.map(([count, at]) => meter.feed(Buffer.concat(Array<Buffer>(count).fill(publish(1))), at))
    expect(faults.at(-1)).toBe(expected)
  })

  it('takes a raised limit with the next packet', () => {
    const meter = new FrameMeter({ ...limits, packetBytes: 10 }, 0)
    expect(meter.feed(publish(5), 0)).toBeNull()
    meter.limitPacketBytes(300)
    expect(meter.feed(publish(200), 0)).toBeNull()
  })

  it('refuses a length of more than four bytes (MQTT 3.1.1 §2.2.3)', () => {
    const meter = new FrameMeter({ ...limits, packetBytes: 2 ** 28 }, 0)
    expect(meter.feed(Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80, 0x01]), 0)).toBe('protocol')
  })
})
