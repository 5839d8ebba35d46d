import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { join as joined, type Pcm, scale, silence, trim, writeWav } from '@nguon/domain/sound'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/harness/leashed-process.ts'
import { compareRender } from './compare-render.ts'
import { decodeMp3 } from './decode-mp3.ts'
import { encodeMp3 } from './encode-mp3.ts'
import { syllables } from './syllables.fixture.ts'

const folder = temporaryFolder('compare')
const approved = join(folder, 'approved.mp3')
const rendered = join(folder, 'rendered.wav')
let sound: Pcm
beforeAll(async () => {
  const mp3 = await encodeMp3(syllables(4))
  await writeFile(approved, mp3)
  sound = await decodeMp3(mp3)
})
afterAll(() => rm(folder, { recursive: true }))

/** As a writer leaves it that was killed before it knew the length. */
function unfinished(pcm: Pcm): Uint8Array {
  const bytes = writeWav(pcm)
  const view = new DataView(bytes.buffer)
  view.setUint32(4, 0xffffffff, true)
  view.setUint32(40, 0, true)
  return bytes
}

describe('I10: play-out is proven from outside, by what stands in the sink', () => {
  it.each<[string, boolean, () => Uint8Array]>([
    ['the approved sound', true, () => writeWav(sound)],
    ['the approved sound, its header unfinished', true, () => unfinished(sound)],
    ['the approved sound at half volume', true, () => writeWav(scale(sound, 0.5))],
    ['the first half of it', false, () => unfinished(trim(sound, 0, 2))],
    ['silence', false, () => writeWav(silence(4, 22_050))],
    ['it two seconds late', false, () => writeWav(joined([silence(2, 22_050), sound]))],
    ['it read a quarter faster', false, () => writeWav({ ...sound, rate: 27_500 })],
    ['nothing but a header', false, () => writeWav(silence(0, 22_050))],
    ['half a header', false, () => writeWav(sound).subarray(0, 20)],
  ])('%s: proven %s', async (_, proven, make) => {
    await writeFile(rendered, make())
    expect(await compareRender(approved, rendered)).toMatchObject({ proven })
  })

  it('a sink that was never opened is nothing heard', async () => {
    const comparison = await compareRender(approved, join(folder, 'never.wav'))
    expect(comparison).toMatchObject({ proven: false, correlation: 0, coverage: 0, seconds: 0 })
  })

  it('an approved file that cannot be read is an error, not a result', async () => {
    await expect(compareRender(join(folder, 'gone.mp3'), rendered)).rejects.toThrow('ENOENT')
  })
})
