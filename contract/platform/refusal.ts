import { z } from 'zod'

/** How an expected refusal is told: HTTP status and words in both languages. `{name}` in them stands for a field of its data. */
export interface RefusalWording {
  readonly status: number
  readonly vi: string
  readonly en: string
}

export interface RefusalKind<Code extends string = string> extends RefusalWording {
  readonly code: Code
}

export type RefusalTable<Codes extends string = string> = { readonly [Code in Codes]: RefusalKind<Code> }

/** Values that fill the wording and tell a program what was wrong; `field` names the input the refusal is about. */
export type RefusalData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** Gives each wording its code. Every module has one such table beside its operations. */
export function defineRefusals<const Wordings extends Record<string, RefusalWording>>(
  wordings: Wordings,
): RefusalTable<keyof Wordings & string> {
  return Object.fromEntries(
    Object.entries(wordings).map(([code, wording]) => [code, { code, ...wording }]),
  ) as unknown as RefusalTable<keyof Wordings & string>
}

/** An expected refusal: thrown, so that the transaction rolls back, and answered to the person in words. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly data: RefusalData

  constructor(kind: RefusalKind, data: RefusalData = {}) {
    super(kind.code)
    this.name = 'Refusal'
    this.kind = kind
    this.data = data
  }
}

export type Language = 'vi' | 'en'

/** The refusal as a sentence. A value that is missing is left out rather than shown as a placeholder. */
export function wordRefusal(kind: RefusalKind, data: RefusalData, language: Language): string {
  return kind[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name]
    return value === undefined || value === null ? '' : Array.isArray(value) ? value.join(', ') : String(value)
  })
}

const dataSchema = z.record(z.string(), z.unknown()).optional()

/** The table in the form oRPC's `.errors()` takes, so that a client sees the codes as types; `vi` is for the description. */
export function errorsOf<Codes extends string>(table: RefusalTable<Codes>) {
  const entries = Object.values<RefusalKind>(table).map(kind => [
    kind.code,
    { status: kind.status, message: kind.en, vi: kind.vi, data: dataSchema },
  ])
  return Object.fromEntries(entries) as {
    [Code in Codes]: { status: number; message: string; data: typeof dataSchema }
  }
}
