import type { Schema } from './describe-interface.ts'
import { isShared } from './shared-kinds.ts'

/** How deep objects are written out; what lies deeper is in the document itself. */
const deepest = 5

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A schema as HTML that a person reads: its kind, its limits and, nested, its fields. */
export function wordSchema(schema: Schema | undefined, depth = 0): string {
  const fields = schema ? fieldsOf(schema) : null
  const told = schema !== undefined && typeof schema['description'] === 'string' && !isShared(schema)
  const description = told ? ` ${escapeHtml(String(schema['description']))}` : ''
  const line = `<i>${escapeHtml(schema ? kindOf(schema) : 'bất kỳ')}</i>${description}`
  if (!fields || depth >= deepest) return line
  const required = new Set(listOf(fields['required']))
  const rows = Object.entries((fields['properties'] ?? {}) as Record<string, Schema>).map(
    ([name, field]) =>
      `<li><code>${escapeHtml(name)}</code>${required.has(name) ? '<b title="bắt buộc">*</b>' : ''} ${wordSchema(field, depth + 1)}</li>`,
  )
  return rows.length > 0 ? `${line}<ul>${rows.join('')}</ul>` : line
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const schemasOf = (value: unknown) => listOf(value) as readonly Schema[]

/** Of `anyOf` and `oneOf` the alternatives; null among them says only that the value may be missing. */
function alternativesOf(schema: Schema): { alternatives: readonly Schema[]; nullable: boolean } {
  const all = schemasOf(schema['anyOf'] ?? schema['oneOf'])
  const alternatives = all.filter(alternative => alternative['type'] !== 'null')
  return { alternatives, nullable: alternatives.length < all.length }
}

/** The object whose fields are to be listed: the schema, what its list holds, or its one alternative. */
function fieldsOf(schema: Schema): Schema | null {
  if (schema['properties']) return schema
  const inner = schema['items'] ?? schemasOf(schema['prefixItems'])[0]
  if (inner) return fieldsOf(inner as Schema)
  const { alternatives } = alternativesOf(schema)
  const [only] = alternatives
  return only && alternatives.length === 1 ? fieldsOf(only) : null
}

const words: Readonly<Record<string, string>> = {
  string: 'chữ',
  integer: 'số nguyên',
  number: 'số',
  boolean: 'đúng/sai',
  object: 'đối tượng',
  null: 'trống',
}

function kindOf(schema: Schema): string {
  if (isShared(schema)) return String(schema['title'])
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (schema['enum']) return listOf(schema['enum']).map(String).join(' | ')
  const { alternatives, nullable } = alternativesOf(schema)
  const orNull = nullable ? ' hoặc trống' : ''
  if (alternatives.length > 0) return [...new Set(alternatives.map(kindOf))].join(' hoặc ') + orNull
  if (schema['type'] === 'array') {
    const inner = (schema['items'] ?? schemasOf(schema['prefixItems'])[0]) as Schema | undefined
    return `danh sách ${inner ? kindOf(inner) : 'bất kỳ'}${limitsOf(schema, 'minItems', 'maxItems')}`
  }
  const word = typeof schema['type'] === 'string' ? (words[schema['type']] ?? schema['type']) : 'bất kỳ'
  const pattern = typeof schema['pattern'] === 'string' ? ` theo mẫu ${schema['pattern']}` : ''
  const format = typeof schema['format'] === 'string' ? ` (${schema['format']})` : ''
  const standard = 'default' in schema ? `, mặc định ${JSON.stringify(schema['default'])}` : ''
  const length = limitsOf(schema, 'minLength', 'maxLength') + limitsOf(schema, 'minimum', 'maximum')
  return word + format + length + pattern + standard
}

function limitsOf(schema: Schema, least: string, most: string): string {
  const [from, to] = [schema[least], schema[most]]
  if (typeof from !== 'number' && typeof to !== 'number') return ''
  return ` ${typeof from === 'number' ? from : ''}…${typeof to === 'number' ? to : ''}`
}
