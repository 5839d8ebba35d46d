// `npm run check`: everything that can be told without running the product.
// Runs on the Node of the host; prints one line a step and the output of the steps that failed.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'

function hasSources(workspace) {
  return readdirSync(workspace, { recursive: true }).some(name => /^(?!.*node_modules).*\.tsx?$/.test(name))
}

const workspaces = ['domain', 'contract', 'server', 'design', 'console', 'speaker', 'demo', 'bench', 'tests'].filter(
  hasSources,
)
const steps = [
  ['format', 'biome', ['format', '--max-diagnostics=20', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ...workspaces.map(workspace => [`types ${workspace}`, 'tsc', ['-p', workspace]]),
  ['unused', 'knip', ['--no-progress']],
  ['architecture', 'vitest', ['run', 'tests/architecture', '--reporter=dot']],
]

function run([name, command, args]) {
  return new Promise(resolve => {
    const startedAt = Date.now()
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
    let output = ''
    child.stdout.on('data', chunk => (output += chunk))
    child.stderr.on('data', chunk => (output += chunk))
    child.on('error', error => resolve({ name, code: 1, output: String(error), seconds: 0 }))
    child.on('close', code => resolve({ name, code, output, seconds: (Date.now() - startedAt) / 1000 }))
  })
}

let failed = 0
const waiting = [...steps]
async function worker() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const { name, code, output, seconds } = await run(step)
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`)
    if (code !== 0) {
      failed += 1
      console.log(output)
    }
  }
}
await Promise.all([worker(), worker()])
console.log(failed === 0 ? 'check: all steps are green' : `check: ${failed} steps are red`)
process.exit(failed === 0 ? 0 : 1)
