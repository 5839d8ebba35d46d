import { type ChildProcess, fork } from 'node:child_process'
import { fromInt16, type Pcm } from '@nguon/domain/sound'
import type { SpeechAnswer, SpeechRequest } from './speech-child.ts'
import { engineUnavailable, renderFailed } from './voice-engine.ts'

export interface SpeechProgram {
  /** Id of the engine, for refusals. */
  readonly engine: string
  readonly module: URL
  readonly arguments: readonly string[]
  readonly timeLimitMs: number
  /** How long it stays after its last sentence; starting again costs a tenth of a second and more. */
  readonly idleMs: number
}

type Ending = SpeechAnswer | { readonly ended: 'crashed' | 'timed-out' | 'called-off'; readonly detail: string }

/**
 * A process that speaks: started at the first sentence, kept, ended when idle. One that crashes costs its sentence a
 * second try in a new process; one that hangs is killed. It sees nothing of our environment and cannot keep us alive.
 */
export class SpeechProcess {
  readonly #program: SpeechProgram
  #child: ChildProcess | undefined
  #idle: NodeJS.Timeout | undefined

  constructor(program: SpeechProgram) {
    this.#program = program
  }

  /** One sentence at a time: wait for the answer before asking again. */
  async speak(request: SpeechRequest, signal?: AbortSignal): Promise<Pcm> {
    let answer = await this.#ask(request, signal)
    if ('ended' in answer && answer.ended === 'crashed') answer = await this.#ask(request, signal)
    signal?.throwIfAborted()
    const { engine } = this.#program
    if ('unavailable' in answer) throw engineUnavailable(engine, answer.unavailable)
    if ('refused' in answer) throw renderFailed(engine, request.text, 'refused', answer.refused)
    if ('ended' in answer) {
      throw renderFailed(engine, request.text, answer.ended === 'timed-out' ? 'timed-out' : 'crashed', answer.detail)
    }
    return fromInt16(answer.samples, answer.rate)
  }

  /** Stays for another while after this; false when nothing runs. */
  keepAwake(): boolean {
    if (!this.#child) return false
    if (this.#idle) this.#rest(this.#child)
    return true
  }

  close(): void {
    this.#wake()
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  async #ask(request: SpeechRequest, signal?: AbortSignal): Promise<Ending> {
    signal?.throwIfAborted()
    this.#wake()
    const child = (this.#child ??= this.#start())
    const { promise, resolve } = Promise.withResolvers<Ending>()
    const answered = (answer: SpeechAnswer) => resolve(answer)
    const gone = () => resolve({ ended: 'crashed', detail: `it ended with ${child.signalCode ?? child.exitCode}` })
    const calledOff = () => resolve({ ended: 'called-off', detail: 'called off' })
    const limit = setTimeout(
      () => resolve({ ended: 'timed-out', detail: 'it took too long' }),
      this.#program.timeLimitMs,
    )
    child.ref()
    child.channel?.ref()
    child.once('message', answered)
    child.once('exit', gone)
    child.once('error', gone)
    signal?.addEventListener('abort', calledOff, { once: true })
    child.send(request, error => error && gone())
    const answer = await promise
    clearTimeout(limit)
    signal?.removeEventListener('abort', calledOff)
    child.removeListener('message', answered)
    child.removeListener('exit', gone)
    child.removeListener('error', gone)
    if ('ended' in answer) this.close()
    else this.#rest(child)
    return answer
  }

  #start(): ChildProcess {
    const { module, arguments: parameters } = this.#program
    const child = fork(module, parameters, {
      env: { PATH: process.env['PATH'] ?? '' },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // Errors count while a sentence waits; later they show as an exit at the next one.
    child.on('error', () => {})
    child.on('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    return child
  }

  /** Nothing ends it for being idle before it rests again. */
  #wake(): void {
    clearTimeout(this.#idle)
    this.#idle = undefined
  }

  #rest(child: ChildProcess): void {
    this.#wake()
    child.unref()
    child.channel?.unref()
    this.#idle = setTimeout(() => this.close(), this.#program.idleMs)
    this.#idle.unref()
  }
}
