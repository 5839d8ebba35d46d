import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/harness/leashed-process.ts'
import { SpeechProcess } from './speech-process.ts'

const folder = temporaryFolder('speech')
let opened: SpeechProcess | undefined
afterEach(() => opened?.close())

/** A speaking process that does what `body` says with each request; it counts its starts in a file. */
function speaker(name: string, body: string, limits: { timeLimitMs?: number; idleMs?: number } = {}) {
  const module = join(folder, `${name}.mjs`)
  const starts = join(folder, `${name}.starts`)
  writeFileSync(starts, '')
  writeFileSync(
    module,
    `import { appendFileSync, readFileSync } from 'node:fs'
    appendFileSync(${JSON.stringify(starts)}, '+')
    const start = readFileSync(${JSON.stringify(starts)}, 'utf8').length
    const say = () => process.send({ samples: Int16Array.of(start, 16384), rate: 8000 })
    process.on('disconnect', () => process.exit())
    process.on('message', request => { ${body} })`,
  )
  opened = new SpeechProcess({
    engine: 'test',
    module: pathToFileURL(module),
    arguments: [],
    timeLimitMs: 10_000,
    idleMs: 60_000,
    ...limits,
  })
  return opened
}

const request = { text: 'Xin chào', voice: 'vi', speed: 1 }
const startOf = async (process: SpeechProcess) => ((await process.speak(request)).samples[0] ?? 0) * 32768

describe('the process of an engine', () => {
  it('is started once and kept', async () => {
    const process = speaker('kept', 'say()')
    expect([await startOf(process), await startOf(process)]).toEqual([1, 1])
  })

  it('that crashes at a sentence gets a second try in a new process', async () => {
    expect(await startOf(speaker('crashes-once', 'start === 1 ? process.abort() : say()'))).toBe(2)
  })

  it('that crashes again refuses the sentence, and is started anew for the next', async () => {
    const process = speaker('crashes-twice', 'start < 3 ? process.kill(process.pid, "SIGKILL") : say()')
    await expect(process.speak(request)).rejects.toMatchObject({ data: { reason: 'crashed' } })
    expect(await startOf(process)).toBe(3)
  })

  it('that hangs is killed and refuses the sentence', async () => {
    const process = speaker('hangs', 'if (start > 1) say()', { timeLimitMs: 500 })
    await expect(process.speak(request)).rejects.toMatchObject({ data: { reason: 'timed-out' } })
    expect(await startOf(process)).toBe(2)
  })

  it('that cannot be started refuses the sentence', async () => {
    const process = speaker('broken', '} syntax error {')
    await expect(process.speak(request)).rejects.toMatchObject({ data: { reason: 'crashed' } })
  })

  it('that says it has no engine is unavailable', async () => {
    const process = speaker('absent', 'process.send({ unavailable: "not installed" })')
    await expect(process.speak(request)).rejects.toMatchObject({ kind: { code: 'VOICE_ENGINE_UNAVAILABLE' } })
  })

  it('ends when it has been idle', async () => {
    const process = speaker('idle', 'say()', { idleMs: 0 })
    expect(await startOf(process)).toBe(1)
    await expect.poll(() => startOf(process), { timeout: 20_000 }).toBeGreaterThan(1)
  })

  it('sees nothing of our environment', async () => {
    process.env['NGUON_SECRET_OF_TEST'] = 'x'
    const child = speaker(
      'bare',
      'process.send(process.env.NGUON_SECRET_OF_TEST ? { refused: "seen" } : { samples: Int16Array.of(1), rate: 8000 })',
    )
    await expect(child.speak(request)).resolves.toMatchObject({ rate: 8000 })
  })
})
