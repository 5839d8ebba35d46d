import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/harness/leashed-process.ts'
import { SpeechPool } from './speech-pool.ts'

const folder = temporaryFolder('speech-pool')
const answering = 'process.send({ samples: Int16Array.of(1), rate: 8000 })'
let opened: SpeechPool | undefined
afterEach(() => opened?.close())

/** Two processes at most, which do what `body` says with each request and write down their ids. */
function pool(name: string, idleMs: number, body = answering) {
  const module = join(folder, `${name}.mjs`)
  const started = join(folder, `${name}.ids`)
  writeFileSync(started, '')
  writeFileSync(
    module,
    `import { appendFileSync, existsSync } from 'node:fs'
    appendFileSync(${JSON.stringify(started)}, process.pid + ' ')
    process.on('disconnect', () => process.exit())
    process.on('message', request => { ${body} })`,
  )
  opened = new SpeechPool(2, {
    engine: 'test',
    module: pathToFileURL(module),
    arguments: [],
    timeLimitMs: 20_000,
    idleMs,
  })
  const ids = () => readFileSync(started, 'utf8').split(' ').filter(Boolean).map(Number)
  return { pool: opened, started: ids, running: () => ids().filter(isThere).length }
}

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

const request = { text: 'Xin chào', voice: 'vi', speed: 1 }
const patience = { timeout: 20_000 }

describe('the processes of an engine', () => {
  it('one sentence after another needs one; two at a time have one each', async () => {
    const { pool: voices, started } = pool('meeting', 60_000)
    await voices.speak(request)
    await voices.speak(request)
    expect(started()).toHaveLength(1)
    await Promise.all([voices.speak(request), voices.speak(request)])
    expect(started()).toHaveLength(2)
  })

  it('none is there when nobody has spoken for a while, and the next sentence starts one', async () => {
    const { pool: voices, started, running } = pool('idle', 1)
    expect(voices.keepAwake()).toBe(false)
    await Promise.all([voices.speak(request), voices.speak(request)])
    await expect.poll(running, patience).toBe(0)
    expect(voices.keepAwake()).toBe(false)
    await voices.speak(request)
    expect(started()).toHaveLength(3)
  })

  it('a sentence that takes longer than the while is not cut, even when somebody asks to keep it awake', async () => {
    const gate = join(folder, 'gate')
    const wait = `setInterval(() => { if (existsSync(${JSON.stringify(gate)})) ${answering} }, 5)`
    const { pool: voices, started, running } = pool('long', 1, wait)
    const spoken = voices.speak(request)
    await expect.poll(running, patience).toBe(1)
    expect(voices.keepAwake()).toBe(true)
    // Only a timer that runs could end it: those due by now have rung.
    await new Promise(resolve => setTimeout(resolve, 20))
    writeFileSync(gate, '')
    await expect(spoken).resolves.toMatchObject({ rate: 8000 })
    expect(started()).toHaveLength(1)
  })
})
