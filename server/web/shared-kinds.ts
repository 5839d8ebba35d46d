import type { DescribedOperation, Schema } from './describe-interface.ts'

/** A kind of field that many operations share: an id, an instant, a hash. */
export interface SharedKind {
  readonly title: string
  /** In Vietnamese, then after a slash in English. */
  readonly description: string
  readonly form: string
  readonly example: string
}

/** Fields whose form is told once, in a table of its own, and by their title where they stand. */
export function isShared(schema: Schema): boolean {
  return [schema['title'], schema['description']].every(words => typeof words === 'string')
}

export function sharedKinds(operations: readonly DescribedOperation[]): readonly SharedKind[] {
  const kinds = new Map<string, SharedKind>()
  const visit = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { title, description, type, format, pattern, examples } = schema as Schema
    if (typeof title === 'string' && typeof description === 'string' && !kinds.has(title)) {
      const form = [type, format, pattern].filter(part => typeof part === 'string').join(' ')
      const [example] = Array.isArray(examples) ? (examples as readonly unknown[]) : []
      kinds.set(title, { title, description, form, example: example === undefined ? '' : JSON.stringify(example) })
    }
    for (const part of Object.values(schema)) visit(part)
  }
  for (const { parameters, requestBody, responses } of operations) visit([parameters, requestBody, responses])
  return [...kinds.values()].toSorted((one, other) => one.title.localeCompare(other.title, 'vi'))
}
