import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Sink } from './sink.ts'

/** Programs that take raw PCM on their standard input and sound it. */
const programs = {
  alsa: {
    command: 'aplay',
    args: (rate: number) => ['-q', '-t', 'raw', '-f', 'S16_LE', '-c', '1', '-r', String(rate), '-'],
  },
  mpv: {
    command: 'mpv',
    args: (rate: number) => [
      '--no-config',
      '--no-terminal',
      '--no-video',
      '--cache=no',
      '--audio-buffer=0.1',
      '--demuxer=rawaudio',
      `--demuxer-rawaudio-rate=${rate}`,
      '--demuxer-rawaudio-channels=1',
      '--demuxer-rawaudio-format=s16le',
      '-',
    ],
  },
} as const

const endWithinMilliseconds = 5_000

/** A real loudspeaker behind `aplay` or `mpv`; position and volume are already in the samples. */
export function programSink(name: keyof typeof programs): Sink {
  const { command, args } = programs[name]
  return {
    realTime: true,
    async open(sampleRate) {
      const child = spawn(command, args(sampleRate), { stdio: ['pipe', 'ignore', 'ignore'] })
      const ended = new Promise<number | string>(resolve => {
        child.once('error', error => resolve(error.message))
        child.once('exit', (code, signal) => resolve(code ?? signal ?? 'gone'))
      })
      child.stdin.on('error', () => {})
      const overdue = () => child.kill('SIGKILL')

      return {
        async write(samples) {
          if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
            throw new Error(`${command} is not running`)
          if (!child.stdin.write(Buffer.from(samples.slice().buffer)))
            await Promise.race([once(child.stdin, 'drain'), ended])
        },
        async end() {
          child.stdin.end()
          const timer = setTimeout(overdue, endWithinMilliseconds)
          const code = await ended
          clearTimeout(timer)
          if (code !== 0) throw new Error(`${command} ended with ${code}`)
        },
        async stop() {
          child.kill('SIGKILL')
          await ended
        },
      }
    },
  }
}
