import type { Pcm } from '@nguon/domain/sound'
import { Turnstile } from '@nguon/server/sound'
import type { SpeechRequest } from './speech-child.ts'
import { SpeechProcess, type SpeechProgram } from './speech-process.ts'

/** One process of a pool stays this long after its last sentence, so that who comes a little later need not wait again. */
const residentMs = 600_000

/** As many speaking processes as there are cores to speak, each started only when it is needed. */
export class SpeechPool {
  readonly width: number
  readonly #turnstile: Turnstile
  readonly #processes: SpeechProcess[]

  constructor(width: number, program: SpeechProgram) {
    this.width = width
    this.#turnstile = new Turnstile(width)
    this.#processes = Array.from(
      { length: width },
      (_, at) => new SpeechProcess(at === width - 1 ? { ...program, idleMs: residentMs } : program),
    )
  }

  speak(request: SpeechRequest, signal?: AbortSignal): Promise<Pcm> {
    return this.#turnstile.pass(async () => {
      // The last one put back is the warmest.
      const process = this.#processes.pop()
      if (!process) throw new Error('more sentences than processes passed the turnstile')
      try {
        return await process.speak(request, signal)
      } finally {
        this.#processes.push(process)
      }
    })
  }

  close(): void {
    for (const process of this.#processes) process.close()
  }
}
