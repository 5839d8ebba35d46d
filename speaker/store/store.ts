import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { writeAtomic } from './write-atomic.ts'

/** The folder of one device: small documents, each replaced as a whole. */
export interface Store {
  readonly folder: string
  /** Null when the file is missing. */
  read(name: string): string | null
  /** Null when the file is missing or is not what it should be. */
  readJson<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | null
  /** Durable when it returns true; a full disk makes it wait in memory until `retry`. */
  write(name: string, text: string): boolean
  remove(name: string): void
  /** Writes what a full disk kept waiting. */
  retry(): void
}

/** `trouble` hears each failure to write, with the system's code, such as `ENOSPC`. */
export function openStore(folder: string, trouble: (name: string, code: string) => void): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const waiting = new Map<string, string>()

  function write(name: string, text: string): boolean {
    try {
      writeAtomic(join(folder, name), text)
      waiting.delete(name)
      return true
    } catch (error) {
      waiting.set(name, text)
      trouble(name, codeOf(error))
      return false
    }
  }

  function read(name: string): string | null {
    try {
      return waiting.get(name) ?? readFileSync(join(folder, name), 'utf8')
    } catch {
      return null
    }
  }

  return {
    folder,
    read,
    readJson(name, schema) {
      const text = read(name)
      try {
        return text === null ? null : schema.parse(JSON.parse(text))
      } catch {
        return null
      }
    },
    write,
    remove(name) {
      waiting.delete(name)
      try {
        rmSync(join(folder, name), { force: true })
      } catch (error) {
        trouble(name, codeOf(error))
      }
    },
    retry() {
      for (const [name, text] of waiting) write(name, text)
    },
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
