import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { type RunningProgram, runProgram } from '@nguon/tests/run-program'
import { onTestFinished } from 'vitest'

export interface OnceResult {
  readonly ok: boolean
  readonly bulletin: { readonly id: string; readonly title: string; readonly contentHash: string }
  readonly reading: string
  readonly flagged: readonly { readonly source: string; readonly spoken: string }[]
  readonly lineup: { readonly version: number; readonly keyId: string }
  readonly audio: { readonly sha256: string; readonly seconds: number; readonly loudnessLufs: number }
  readonly speakers: readonly {
    readonly id: string
    readonly name: string
    readonly result: string
    readonly reason: string | null
    readonly plannedAt: string
    readonly startedAt: string | null
    readonly audioSha256: string | null
    readonly correlation: number
    readonly coverage: number
    readonly proven: boolean
  }[]
  readonly elapsedSeconds: number
}

export const shortText = 'Thông báo họp thôn\nMời bà con thôn 3 họp lúc 19 giờ tối nay.\n'

/** A folder that goes with the test. */
export function ownFolder(): string {
  const folder = temporaryFolder('journey')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The text in a file, as someone would hand it over. */
export function fileOf(text: string | Uint8Array): string {
  const path = join(ownFolder(), 'ban-tin.txt')
  writeFileSync(path, text)
  return path
}

/** `npm start -- …`; whatever is left of it ends with the test. */
export function demo(args: readonly string[], environment: Readonly<Record<string, string>> = {}): RunningProgram {
  const program = runProgram('demo/main.ts', args, environment)
  onTestFinished(() => program.kill())
  return program
}

/** The result is the last line, whatever was written before it. */
export function lastLine(program: RunningProgram): OnceResult {
  return JSON.parse(program.stdout().trimEnd().split('\n').at(-1) ?? '') as OnceResult
}
