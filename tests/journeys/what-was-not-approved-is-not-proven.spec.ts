import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireProgram } from '@nguon/tests/requirement'
import { expect, it } from 'vitest'
import { demo, fileOf, lastLine, ownFolder, shortText } from './demo.ts'

const ffmpeg = requireProgram('ffmpeg')
const espeak = requireProgram('espeak-ng')

interface Loudspeaker {
  readonly id: string
  readonly folder: string
  readonly processId: number
  readonly mediaPath: string
  readonly plannedAt: number
}

const bytesPerSecond = 8000

/** The same length as the approved audio, made by `filter` from what `input` says. */
function encode(mediaPath: string, filter: string, input = mediaPath): Buffer {
  const seconds = String(statSync(mediaPath).size / bytesPerSecond)
  const args = ['-v', 'error', '-i', input, '-af', filter, '-t', seconds, '-b:a', '64k', '-f', 'mp3', '-']
  return execFileSync(ffmpeg ?? '', args, { maxBuffer: 10_000_000 })
}

/** A woman of the South reads the same text, from the same second on, as long. */
function readByAnother(mediaPath: string): Buffer {
  const spoken = join(ownFolder(), 'khac.wav')
  execFileSync(espeak ?? '', ['-v', 'vi-vn-x-south+f3', '-w', spoken, shortText])
  return encode(mediaPath, 'apad', spoken)
}

function processOf(folder: string): number {
  const found = readdirSync('/proc').find(name => {
    if (!/^\d+$/.test(name) || !existsSync(`/proc/${name}/cmdline`)) return false
    return readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').includes(folder)
  })
  if (!found) throw new Error(`no loudspeaker works in ${folder}`)
  return Number(found)
}

/** Resolves with the first name in the folder that ends so. */
function appears(folder: string, ending: string): Promise<string> {
  return new Promise(resolve => {
    const look = () => {
      const name = readdirSync(folder).find(candidate => candidate.endsWith(ending))
      if (name === undefined) return
      watcher.close()
      resolve(name)
    }
    const watcher = watch(folder, look)
    look()
  })
}

/** A loudspeaker that has verified its file, holds it open and waits for the hour: later nobody would look at it again. */
async function whenReadyToPlay(folder: string): Promise<Loudspeaker> {
  const speakers = join(folder, 'speakers')
  const [id = ''] = readdirSync(speakers).toSorted()
  const own = join(speakers, id)
  const rendering = await appears(join(own, 'sound'), '.wav.part')
  const media = readdirSync(join(own, 'media')).find(name => name.endsWith('.mp3')) ?? ''
  return {
    id,
    folder: own,
    processId: processOf(own),
    mediaPath: join(own, 'media', media),
    plannedAt: Number(rendering.split('-')[0]),
  }
}

it.skipIf(!ffmpeg || !espeak).each([
  {
    name: 'the same text in another voice',
    tamper: ({ mediaPath }: Loudspeaker) => writeFileSync(mediaPath, readByAnother(mediaPath)),
    told: { result: 'completed' },
    unlike: true,
  },
  {
    name: 'its stored file muted',
    tamper: ({ mediaPath }: Loudspeaker) => writeFileSync(mediaPath, encode(mediaPath, 'volume=0')),
    told: { result: 'completed' },
  },
  {
    name: 'its stored file cut at half (I10)',
    tamper: ({ mediaPath }: Loudspeaker) => truncateSync(mediaPath, readFileSync(mediaPath).length >> 1),
    told: { result: 'failed', reason: 'short' },
  },
  {
    name: 'started two seconds late',
    tamper: async ({ processId, plannedAt }: Loudspeaker) => {
      process.kill(processId, 'SIGSTOP')
      await new Promise(resolve => setTimeout(resolve, plannedAt + 2000 - Date.now()))
      process.kill(processId, 'SIGCONT')
    },
    told: {},
  },
])('a loudspeaker with $name is named, and the journey ends with 1', async ({ tamper, told, unlike }) => {
  const folder = ownFolder()
  const program = demo(['--once', '--json', '--data', folder, '--text', fileOf(shortText)], { LANG: 'en' })
  await program.heard(/^5\. /m)
  const loudspeaker = await whenReadyToPlay(folder)
  await tamper(loudspeaker)
  expect(await program.ended, program.stderr()).toBe(1)
  const { ok, speakers } = lastLine(program)
  expect(ok).toBe(false)
  const found = speakers.find(({ id }) => id === loudspeaker.id)
  expect(found).toMatchObject({ proven: false, ...told })
  if (unlike) expect(found?.correlation).toBeLessThan(0.95)
  expect(speakers.filter(({ id }) => id !== loudspeaker.id)).toMatchObject([{ proven: true }, { proven: true }])
  expect(program.stderr()).toContain(`7. ${found?.name}: NOT proven`)
  expect(program.stderr()).toContain('Not proven: see the loudspeakers named above.')
})
