import { parentPort } from 'node:worker_threads'
import { Refusal } from '@nguon/contract/platform'
import { soundJobs } from './sound-jobs.ts'

interface SoundJob {
  readonly name: keyof typeof soundJobs
  readonly input: never
}

async function answer({ name, input }: SoundJob) {
  try {
    return { result: await soundJobs[name](input) }
  } catch (error) {
    return error instanceof Refusal ? { refusal: { kind: error.kind, data: error.data } } : { fault: error }
  }
}

parentPort?.on('message', (job: SoundJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin to name
  void answer(job).then(result => parentPort?.postMessage(result))
})
