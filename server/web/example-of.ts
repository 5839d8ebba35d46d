import type { Schema } from './describe-interface.ts'

const schemasOf = (value: unknown) => (Array.isArray(value) ? value : []) as readonly Schema[]

/** Of texts that only their format tells. */
const byFormat: Readonly<Record<string, string>> = {
  date: '2026-11-22',
  uri: 'https://nguon.example.vn',
  email: 'can.bo@example.vn',
}

/**
 * A value the schema takes, for a reader to see the shape: what the field itself gives as an example, else its default,
 * its first alternative or its least value. `all` writes out fields that may be missing.
 */
export function exampleOf(schema: Schema | undefined, { all }: { all: boolean }): unknown {
  if (!schema) return null
  const [own] = Array.isArray(schema['examples']) ? (schema['examples'] as readonly unknown[]) : []
  if (own !== undefined) return own
  if ('const' in schema) return schema['const']
  if ('default' in schema) return schema['default']
  if (Array.isArray(schema['enum'])) return (schema['enum'] as readonly unknown[])[0]
  const [first] = schemasOf(schema['anyOf'] ?? schema['oneOf'])
  if (first) return exampleOf(first, { all })
  const parts = schemasOf(schema['allOf'])
  if (parts.length > 0) return Object.assign({}, ...parts.map(part => exampleOf(part, { all })))
  const type = Array.isArray(schema['type']) ? (schema['type'] as readonly unknown[])[0] : schema['type']
  if (type === 'object') return objectOf(schema, all)
  if (type === 'array') return listOf(schema, all)
  if (type === 'string') return textOf(schema)
  if (type === 'integer' || type === 'number') return numberOf(schema)
  return type === 'boolean' ? false : null
}

function objectOf(schema: Schema, all: boolean): Record<string, unknown> {
  const required = new Set(schema['required'] as readonly string[] | undefined)
  const named = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>)
    .filter(([name]) => all || required.has(name))
    .map(([name, field]) => [name, exampleOf(field, { all })] as const)
  const others = schema['additionalProperties']
  if (named.length > 0 || typeof others !== 'object' || others === null) return Object.fromEntries(named)
  const names = schema['propertyNames'] as Schema | undefined
  const written = Array.isArray(names?.['enum']) ? (names['enum'] as readonly unknown[]) : [exampleOf(names, { all })]
  const value = exampleOf(others as Schema, { all })
  return Object.fromEntries(written.map(name => [typeof name === 'string' ? name : 'name', value]))
}

function listOf(schema: Schema, all: boolean): unknown[] {
  const places = schemasOf(schema['prefixItems'])
  if (places.length > 0) return places.map(place => exampleOf(place, { all }))
  if (schema['maxItems'] === 0) return []
  const least = typeof schema['minItems'] === 'number' ? Math.max(1, schema['minItems']) : 1
  return Array.from({ length: least }, () => exampleOf(schema['items'] as Schema | undefined, { all }))
}

function textOf({ format, minLength, maxLength }: Schema): string {
  const known = typeof format === 'string' ? byFormat[format] : undefined
  if (known !== undefined) return known
  const least = typeof minLength === 'number' ? minLength : 0
  const most = typeof maxLength === 'number' ? maxLength : 1_000
  return 'Ví dụ bằng chữ'.padEnd(least, '.').slice(0, Math.max(most, least))
}

function numberOf({ minimum, maximum }: Schema): number {
  const least = typeof minimum === 'number' ? minimum : 1
  return Math.min(Math.max(1, least), typeof maximum === 'number' ? maximum : Math.max(1, least))
}
