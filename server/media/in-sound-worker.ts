import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalData, type RefusalKind } from '@nguon/contract/platform'
import type { soundJobs } from './sound-jobs.ts'
import { Turnstile } from './turnstile.ts'

type Jobs = typeof soundJobs
type Name = keyof Jobs
type Input<Job extends Name> = Parameters<Jobs[Job]>[0]
type Result<Job extends Name> = Awaited<ReturnType<Jobs[Job]>>
type Answer<Job extends Name> = { result: Result<Job> } | { refusal: { kind: RefusalKind; data: RefusalData } }

const turnstile = new Turnstile(availableParallelism())

/**
 * Runs one job on sound in a thread of its own, so that messages and emergencies are not held up. As many at a time
 * as there are cores. Refusals of the job are thrown here; `signal` ends it at once.
 */
export function inSoundWorker<Job extends Name>(
  name: Job,
  input: Input<Job>,
  signal?: AbortSignal,
): Promise<Result<Job>> {
  return turnstile.pass(() => {
    signal?.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<Result<Job>>()
    const worker = new Worker(new URL('./sound.worker.ts', import.meta.url), {
      workerData: { name, input },
      execArgv: [],
      // The decoder writes its own complaints to the console; they come back as refusals.
      stdout: true,
      stderr: true,
    })
    const stop = () => {
      reject(signal?.reason)
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('message', (answer: Answer<Job>) => {
      if ('refusal' in answer) reject(new Refusal(answer.refusal.kind, answer.refusal.data))
      else resolve(answer.result)
    })
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`the sound worker ended with ${code} before it answered`)))
    return promise.finally(() => signal?.removeEventListener('abort', stop))
  })
}
