import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../speaker/main.ts', import.meta.url))

export interface SpeakerProcess {
  readonly name: string
  readonly deviceId: string
  readonly folder: string
  /** Where the file sink renders, one WAV a playback. */
  readonly sinkFolder: string
  readonly child: ChildProcess
  stop(): Promise<void>
}

export interface SpeakerOrder {
  readonly name: string
  readonly deviceId: string
  readonly folder: string
  readonly server: string
  /** Instead of the broker named at the claim; null: that one. */
  readonly mqtt: string | null
  /** Null when the device was claimed in an earlier run and keeps its identity in its folder. */
  readonly claim: string | null
  readonly paced: boolean
}

/** Starts the real loudspeaker program in a process and a folder of its own; resolves when it is ready to play. */
export async function runSpeaker(order: SpeakerOrder): Promise<SpeakerProcess> {
  const { name, deviceId, folder } = order
  const sinkFolder = `${folder}/sound`
  const child = spawn(
    process.execPath,
    [
      program,
      '--folder',
      folder,
      '--server',
      order.server,
      '--sink',
      `file:${sinkFolder}`,
      '--model',
      'virtual',
      ...(order.mqtt ? ['--mqtt', order.mqtt] : []),
      ...(order.claim ? ['--claim', order.claim] : []),
      ...(order.paced ? ['--paced'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let lastWords = ''
  child.stderr.on('data', (chunk: Buffer) => (lastWords = (lastWords + chunk.toString()).slice(-2000)))
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${name} ended with ${code}: ${lastWords}`)))
    createInterface({ input: child.stdout }).on('line', line => {
      if (eventOf(line) === 'ready') resolve()
    })
  })
  return { name, deviceId, folder, sinkFolder, child, stop: () => stopChild(child) }
}

function eventOf(line: string): unknown {
  try {
    const told = JSON.parse(line) as { event?: unknown }
    return told.event
  } catch {
    return null
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 5000)
  await ended
  clearTimeout(patience)
}
