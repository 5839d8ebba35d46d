import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalData, type RefusalKind } from '@nguon/contract/platform'
import type { soundJobs } from './sound-jobs.ts'
import { Turnstile } from './turnstile.ts'

type Jobs = typeof soundJobs
type Name = keyof Jobs
type Input<Job extends Name> = Parameters<Jobs[Job]>[0]
type Result<Job extends Name> = Awaited<ReturnType<Jobs[Job]>>
type Answer<Job extends Name> =
  | { readonly result: Result<Job> }
  | { readonly refusal: { readonly kind: RefusalKind; readonly data: RefusalData } }
  | { readonly fault: unknown }

export interface SoundWork {
  readonly signal?: AbortSignal | undefined
  /** Buffers of the input to hand over rather than copy; they are empty here afterwards. */
  readonly handOver?: readonly ArrayBuffer[]
}

const idleMs = 30_000
const turnstile = new Turnstile(availableParallelism())
const resting: { readonly worker: Worker; readonly leaves: NodeJS.Timeout }[] = []

/**
 * Runs one job on sound in a thread of its own, so that messages and emergencies are not held up. As many at a time
 * as there are cores. Refusals of the job are thrown here; `signal` ends it at once.
 */
export function inSoundWorker<Job extends Name>(
  name: Job,
  input: Input<Job>,
  work: SoundWork = {},
): Promise<Result<Job>> {
  const job = async () => {
    work.signal?.throwIfAborted()
    const worker = takeWorker()
    try {
      const answer = await ask<Job>(worker, name, input, work)
      rest(worker)
      return answer
    } catch (error) {
      leave(worker)
      throw error
    }
  }
  return turnstile.pass(job).then(answer => {
    if ('refusal' in answer) throw new Refusal(answer.refusal.kind, answer.refusal.data)
    if ('fault' in answer) throw answer.fault
    return answer.result
  })
}

/** Has a worker load its codecs while something else is done, unless one is ready. */
export function readySoundWorker(): void {
  if (resting.length === 0) rest(takeWorker())
}

function ask<Job extends Name>(
  worker: Worker,
  name: Job,
  input: Input<Job>,
  { signal, handOver = [] }: SoundWork,
): Promise<Answer<Job>> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer<Job>>()
  const ended = (code: number) => reject(new Error(`the sound worker ended with ${code} before it answered`))
  const calledOff = () => reject(signal?.reason)
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', ended)
  signal?.addEventListener('abort', calledOff, { once: true })
  worker.ref()
  worker.postMessage({ name, input }, handOver)
  return promise.finally(() => {
    signal?.removeEventListener('abort', calledOff)
    worker.removeListener('message', resolve)
    worker.removeListener('error', reject)
    worker.removeListener('exit', ended)
  })
}

function takeWorker(): Worker {
  const rested = resting.pop()
  clearTimeout(rested?.leaves)
  if (rested) return rested.worker
  const worker = new Worker(new URL('./sound.worker.ts', import.meta.url), {
    execArgv: [],
    // The decoder writes its own complaints to the console; they come back as refusals.
    stdout: true,
    stderr: true,
  })
  // Counted while a job waits; a worker that fails while it rests is only let go.
  worker.on('error', () => leave(worker))
  worker.on('exit', () => leave(worker))
  return worker
}

/** Keeps the worker for the next job for a while: loading the codecs takes longer than a short sound. */
function rest(worker: Worker): void {
  worker.unref()
  const leaves = setTimeout(() => leave(worker), idleMs)
  leaves.unref()
  resting.push({ worker, leaves })
}

function leave(worker: Worker): void {
  const at = resting.findIndex(other => other.worker === worker)
  if (at >= 0) clearTimeout(resting.splice(at, 1)[0]?.leaves)
  void worker.terminate()
}
