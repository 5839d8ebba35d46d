import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Instant, Sha256 } from '@nguon/domain/platform'
import { afterEach, expect, it, vi } from 'vitest'
import { requireProgram } from '../../tests/harness/requirement.ts'
import { programSink } from './program-sink.ts'

const mpv = requireProgram('mpv')
const rate = 24_000
const label = { itemId: 'i', plannedAt: 0 as Instant, mediaSha256: 'x' as Sha256 }
const tone = Int16Array.from({ length: rate * 2 }, (_, frame) => 12_000 * Math.sin((2 * Math.PI * 440 * frame) / rate))

const folder = mkdtempSync(join(tmpdir(), 'nguon-mpv-'))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

it.skipIf(!mpv)('L3 the real mpv sounds every frame it is given, and ends', async () => {
  // In place of a sound card a file; all else is what a loudspeaker runs.
  const file = join(folder, 'sound.wav')
  writeFileSync(join(folder, 'mpv'), `#!/bin/sh\nexec ${mpv} --ao=pcm --ao-pcm-file=${file} "$@"\n`)
  chmodSync(join(folder, 'mpv'), 0o700)
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`)

  const output = await programSink('mpv').open(rate, label)
  for (let from = 0; from < tone.length; from += 4096) await output.write(tone.subarray(from, from + 4096))
  await output.end(0 as Instant)

  const wave = readFileSync(file)
  const bytes = wave.subarray(wave.indexOf('data') + 8)
  const sounded = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)))
  expect(sounded.length).toBeGreaterThanOrEqual(tone.length * 0.98)
  expect(sounded.subarray(0, rate)).toEqual(tone.subarray(0, rate))
})
