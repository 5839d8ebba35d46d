import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '@nguon/domain/platform'
import { serverHttp } from '../link/server-http.ts'
import { openMediaStore } from '../store/media-store.ts'
import { makeAudio } from '../test-peer/make-audio.ts'
import { deviceId, type Peer, secret, startPeer } from '../test-peer/peer.ts'
import { freshFolder } from '../test-peer/run-speaker.ts'
import { download } from './download.ts'

const tone = await makeAudio(20, 440)
const now = 1_793_570_400_000 as Instant
const wanted = { ...tone, neededAt: now, ready: false }

let peer: Peer

beforeEach(async () => {
  peer = await startPeer()
  peer.audio.set(tone.sha256, tone)
})

afterEach(async () => {
  await peer.close()
})

function fetching() {
  const media = openMediaStore(freshFolder(), 1e9)
  const http = serverHttp(peer.url, { deviceId, secret })
  const { signal } = new AbortController()
  return { media, again: () => download(wanted, [wanted], now, { http, media, signal }) }
}

describe('I16: fetching a file', () => {
  it('goes on where the line was cut, and verifies the whole', async () => {
    peer.serveMedia = (request, response, audio) => {
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
      const until = Math.min(audio.bytes, from + 60_000)
      response.writeHead(from > 0 ? 206 : 200, {
        'content-range': `bytes ${from}-${audio.bytes - 1}/${audio.bytes}`,
        'content-length': audio.bytes - from,
      })
      response.write(audio.body.subarray(from, until), () =>
        until < audio.bytes ? response.destroy() : response.end(),
      )
    }
    const { media, again } = fetching()
    const faults: (string | null)[] = []
    do faults.push((await again()).fault)
    while (faults.at(-1) !== null && faults.length < 20)
    expect(faults.slice(0, -1).every(fault => fault === 'cut')).toBe(true)
    expect(faults.length).toBeGreaterThan(2)
    expect(media.list()).toEqual([tone.sha256])
    expect(await media.verify(tone.sha256)).toBe(true)
    const ranges = peer.requests.map(request => Number(/\d+/.exec(request.range ?? '0')?.[0]))
    expect(ranges).toEqual(ranges.toSorted((left, right) => left - right))
    expect(ranges.at(-1)).toBeGreaterThan(0)
  })

  it.each<[string, (audio: Buffer) => Buffer, string]>([
    [
      'altered on the way',
      audio => Buffer.concat([audio.subarray(0, 99), Buffer.from([(audio.at(99) ?? 0) ^ 1]), audio.subarray(100)]),
      'hash',
    ],
    ['shorter than it should be', audio => audio.subarray(0, -1), 'cut'],
    ['longer than it should be', audio => Buffer.concat([audio, Buffer.alloc(9)]), 'hash'],
  ])('a file %s never becomes ready', async (_, alter, fault) => {
    peer.serveMedia = (_, response, audio) => void response.writeHead(200).end(alter(audio.body))
    const { media, again } = fetching()
    expect(await again()).toMatchObject({ fault })
    expect(media.list()).toEqual([])
  })

  it('a server that does not know ranges is taken from the start', async () => {
    peer.serveMedia = (_, response, audio) => void response.writeHead(200).end(audio.body)
    const { media, again } = fetching()
    writeFileSync(media.partPath(tone.sha256), Buffer.alloc(1000, 7))
    expect(await again()).toMatchObject({ fault: null })
  })

  it('a part that is not of this file costs one more try', async () => {
    const { media, again } = fetching()
    writeFileSync(media.partPath(tone.sha256), Buffer.alloc(1000, 7))
    expect(await again()).toMatchObject({ fault: 'hash' })
    expect(await again()).toMatchObject({ fault: null })
  })

  it('a part longer than the file is dropped', async () => {
    const { media, again } = fetching()
    writeFileSync(media.partPath(tone.sha256), Buffer.alloc(tone.bytes + 1))
    expect(await again()).toMatchObject({ fault: null })
  })

  it('a missing file, or a range from elsewhere, is refused', async () => {
    const { media, again } = fetching()
    peer.audio.delete(tone.sha256)
    expect(await again()).toMatchObject({ fault: 'refused' })
    peer.audio.set(tone.sha256, tone)
    writeFileSync(media.partPath(tone.sha256), tone.body.subarray(0, 500))
    peer.serveMedia = (_, response, audio) =>
      void response.writeHead(206, { 'content-range': `bytes 0-9/${audio.bytes}` }).end(audio.body.subarray(0, 10))
    expect(await again()).toMatchObject({ fault: 'refused' })
  })
})
