import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '@nguon/contract/platform'
import { soundJobs } from './sound-jobs.ts'

// A port between threads has no origin to name.
/* oxlint-disable unicorn/require-post-message-target-origin */

const { name, input } = workerData as { name: keyof typeof soundJobs; input: never }

try {
  parentPort?.postMessage({ result: await soundJobs[name](input) })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  parentPort?.postMessage({ refusal: { kind: error.kind, data: error.data } })
}
