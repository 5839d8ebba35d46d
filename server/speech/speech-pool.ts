import type { Pcm } from '@nguon/domain/sound'
import { Turnstile } from '@nguon/server/sound'
import type { SpeechRequest } from './speech-child.ts'
import { SpeechProcess, type SpeechProgram } from './speech-process.ts'

/** Those beside the first hold as much memory as it does; they came for renders that met, and go soon after. */
const besideMs = 5000

/** As many speaking processes as there are cores to speak: the first stays for a while, others come when renders meet. */
export class SpeechPool {
  readonly #turnstile: Turnstile
  readonly #processes: readonly SpeechProcess[]
  readonly #speaking = new Set<SpeechProcess>()

  constructor(width: number, program: SpeechProgram) {
    const beside = { ...program, idleMs: Math.min(besideMs, program.idleMs) }
    this.#turnstile = new Turnstile(width)
    this.#processes = Array.from({ length: width }, (_, at) => new SpeechProcess(at === 0 ? program : beside))
  }

  speak(request: SpeechRequest, signal?: AbortSignal): Promise<Pcm> {
    return this.#turnstile.pass(async () => {
      const process = this.#processes.find(candidate => !this.#speaking.has(candidate))
      if (!process) throw new Error('more sentences than processes passed the turnstile')
      this.#speaking.add(process)
      try {
        return await process.speak(request, signal)
      } finally {
        this.#speaking.delete(process)
      }
    })
  }

  /** Lets the first stay for another while; false when it would have to start. */
  keepAwake(): boolean {
    return this.#processes[0]?.keepAwake() ?? false
  }

  close(): void {
    for (const process of this.#processes) process.close()
  }
}
