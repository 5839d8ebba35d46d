import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@nguon/domain/platform'
import { afterEach, describe, expect, it } from 'vitest'
import { simulatedClock } from '../clock/simulated-clock.ts'
import type { TrustedTime } from '../clock/trusted-time.ts'
import { makeAudio } from '../test-peer/make-audio.ts'
import { freshFolder, playsOf } from '../test-peer/run-speaker.ts'
import { fileSink } from './file-sink.ts'
import { perform, type PlayOrder } from './perform.ts'
import { programSink } from './program-sink.ts'
import type { Sink } from './sink.ts'

const tone = await makeAudio(6, 440)
/** The encoder fills its last frames. */
const encodedSeconds = 6.084
const at = 10_000 as Instant
const path = join(freshFolder(), 'tone.mp3')
writeFileSync(path, tone.body)

function order(change: Partial<PlayOrder> = {}): PlayOrder {
  const levels = [{ fromSeconds: 0, volume: 100 }]
  const key = `i@${at}` as PlayOrder['key']
  const rest = {
    kind: 'play',
    key,
    itemId: 'i',
    mediaSha256: tone.sha256,
    offsetSeconds: 0,
    at,
    plannedAt: at,
  } as const
  return { ...rest, seconds: 60, levels, ...change }
}

function stage(sink: (folder: string) => Sink) {
  const folder = freshFolder()
  const clock = simulatedClock({ monotonic: 5_000, bootId: 'b' })
  // On this stage trusted time and the monotonic clock are the same.
  const time: TrustedTime = {
    now: () => clock.monotonic() as Instant,
    error: () => 0,
    monotonicOf: instant => instant,
    offer: () => {},
  }
  const starts: number[] = []
  const play = (given: PlayOrder) =>
    perform(given, path, { clock, time, sink: sink(join(folder, 'sink')) }, startedAt => starts.push(startedAt))
  const samples = (index = 0) => {
    const wav = readFileSync(join(folder, 'sink', playsOf(folder)[index]?.file ?? ''))
    return new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length))
  }
  return { clock, play, starts, samples, plays: () => playsOf(folder) }
}

const rendering = () => stage(folder => fileSink(folder, false))
const paced = () => stage(folder => fileSink(folder, true))
const loudest = (samples: Int16Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)

describe('a performance', () => {
  it('starts at its instant and renders what was approved', async () => {
    const { clock, play, starts, samples, plays } = rendering()
    const performance = play(order())
    await clock.advance(4_000)
    expect(plays()).toEqual([])
    await clock.advance(4_000)
    expect(await performance.ended).toEqual({ playedSeconds: samples().length / 16_000, fault: null })
    expect(starts).toEqual([at])
    expect(samples().length / 16_000).toBeCloseTo(encodedSeconds, 1)
    expect(loudest(samples())).toBeGreaterThan(10_000)
  })

  it('D14: a real-time one lasts until its last second has sounded, however far ahead it was fed', async () => {
    const { clock, play, samples } = paced()
    const performance = play(order())
    await clock.advance(20_000)
    const { playedSeconds } = await performance.ended
    expect(playedSeconds).toBeCloseTo(samples().length / 16_000, 3)
  })

  it('D9: joins at an offset, and D7: sounds no longer than it may', async () => {
    const whole = rendering()
    const part = rendering()
    void whole.play(order())
    void part.play(order({ offsetSeconds: 2, seconds: 1.5 }))
    await whole.clock.advance(9_000)
    await part.clock.advance(9_000)
    expect(part.samples()).toHaveLength(24_000)
    expect(part.samples()).toEqual(whole.samples().slice(32_000, 56_000))
  })

  it('D8: sounds at the volume of each moment', async () => {
    const { clock, play, samples } = rendering()
    const levels = [
      { fromSeconds: 0, volume: 100 },
      { fromSeconds: 3, volume: 25 },
    ]
    void play(order({ levels }))
    await clock.advance(9_000)
    const [before, after] = [samples().slice(16_000, 48_000), samples().slice(48_000, 80_000)]
    expect(loudest(after) / loudest(before)).toBeCloseTo(0.25, 2)
  })

  it('takes real time where the sound is real, and a stop ends it there', async () => {
    const { clock, play, plays } = paced()
    const performance = play(order())
    await clock.advance(5_000)
    await clock.advance(2_000)
    expect(performance.playedSeconds()).toBeCloseTo(2, 1)
    performance.stop()
    await clock.advance(100)
    const { playedSeconds } = await performance.ended
    expect(playedSeconds).toBeCloseTo(2, 1)
    expect((plays()[0]?.frames ?? 0) / 16_000).toBeLessThan(2.5)
  })

  it('a stop before the start leaves nothing', async () => {
    const { clock, play, plays } = rendering()
    const performance = play(order())
    await clock.advance(1_000)
    performance.stop()
    await clock.advance(9_000)
    expect(await performance.ended).toEqual({ playedSeconds: 0, fault: null })
    expect(plays()).toEqual([])
  })

  it.each<[string, Partial<PlayOrder>, string]>([
    ['a file that is not what it should be', { mediaSha256: 'f'.repeat(64) as PlayOrder['mediaSha256'] }, 'hash'],
    ['nothing left from the offset on', { offsetSeconds: 3_000 }, 'decode'],
  ])('%s is a fault', async (_, change, fault) => {
    const { clock, play } = rendering()
    const performance = play(order(change))
    await clock.advance(9_000)
    expect(await performance.ended).toEqual({ playedSeconds: 0, fault })
  })
})

describe('a real loudspeaker', () => {
  const realPath = process.env['PATH']

  afterEach(() => {
    process.env['PATH'] = realPath
  })

  /** Puts a program of this name before all others. */
  function install(name: string, script: string): string {
    const folder = freshFolder()
    writeFileSync(join(folder, name), `#!/bin/sh\n${script.replaceAll('FOLDER', folder)}\n`)
    chmodSync(join(folder, name), 0o755)
    process.env['PATH'] = `${folder}:${realPath}`
    return folder
  }

  it.each([
    ['alsa', 'aplay'],
    ['mpv', 'mpv'],
  ] as const)('%s is fed the same samples, at the volume that is allowed', async (choice, program) => {
    const folder = install(program, 'cat > FOLDER/heard.raw; echo "$@" > FOLDER/args')
    const { clock, play } = stage(() => programSink(choice))
    const performance = play(order({ levels: [{ fromSeconds: 0, volume: 50 }] }))
    await clock.advance(12_000)
    expect((await performance.ended).fault).toBeNull()
    const heard = readFileSync(join(folder, 'heard.raw'))
    expect(heard.length / 2 / 16_000).toBeCloseTo(encodedSeconds, 1)
    const samples = new Int16Array(heard.buffer.slice(heard.byteOffset, heard.byteOffset + heard.length))
    expect(loudest(samples)).toBeLessThan(8_000)
    expect(readFileSync(join(folder, 'args'), 'utf8')).toContain('16000')
  })

  it.each([
    ['fails', 'exit 1'],
    ['is not there', null],
  ])('I10: a program that %s is a fault, not a silent success', async (_, script) => {
    install('aplay', script ?? 'exit 0')
    if (script === null) process.env['PATH'] = freshFolder()
    const { clock, play } = stage(() => programSink('alsa'))
    const performance = play(order())
    await clock.advance(12_000)
    expect(await performance.ended).toMatchObject({ fault: 'output' })
  })
})
