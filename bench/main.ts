import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Bench, BenchRow } from './bench.ts'

// npm run bench -- NAME [--json] [--seed N]

const names = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
  .filter(file => file.endsWith('.bench.ts'))
  .map(file => file.replace('.bench.ts', ''))

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\nnpm run bench -- NAME [--json] [--seed N], NAME one of: ${names.join(', ')}\n`)
  process.exit(2)
}

function readArguments() {
  try {
    const options = { json: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } } as const
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

/** The figures as a table a person can read; lists and objects are left to `--json`. */
function printTable(rows: readonly BenchRow[]): void {
  const plain = rows.map(row =>
    Object.fromEntries(Object.entries(row).filter(([, figure]) => ['string', 'number'].includes(typeof figure))),
  )
  // oxlint-disable-next-line no-console -- the table is the output of this program
  console.table(plain)
}

const { values, positionals } = readArguments()
const [name] = positionals
const seed = Number(values.seed)
if (positionals.length !== 1 || name === undefined || !names.includes(name)) fail('Which benchmark?')
if (!Number.isSafeInteger(seed)) fail('--seed takes a whole number.')

const { bench } = (await import(`./${name}.bench.ts`)) as { bench: Bench }
const rows: BenchRow[] = []
for await (const row of bench({ seed })) {
  rows.push(row)
  if (values.json) process.stdout.write(`${JSON.stringify(row)}\n`)
}
if (!values.json) printTable(rows)
