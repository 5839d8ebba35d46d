import { type ConditionalSchemaConverter } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { z } from 'zod'

type Converted = ReturnType<ZodToJsonSchemaConverter['convert']>[1]

/** Anything JSON can hold, said in so many words: an empty schema looks like one that was forgotten. */
const anything = {
  title: 'giá trị JSON',
  description: 'Giá trị JSON bất kỳ. / Any JSON value.',
  type: ['string', 'number', 'boolean', 'object', 'array', 'null'],
} as never

/** What JSON Schema says and the meta of a field may add. */
const added = ['format', 'minLength'] as const

/**
 * Turns zod's schemas into JSON Schema. A field that is tidied or branded on its way in comes out in the form that went
 * in, which the stock converter takes for unknown; and what is immutable in our code is not read-only on the wire.
 */
export function schemaConverter(): ConditionalSchemaConverter {
  return new ZodToJsonSchemaConverter({
    anyJsonSchema: anything,
    interceptors: [
      options => {
        const { schema } = options
        const tidied = schema instanceof z.ZodPipe && schema.out instanceof z.ZodTransform
        const strategy = tidied ? 'input' : options.options.strategy
        const [required, json] = options.next({ ...options, options: { ...options.options, strategy } })
        return [required, { ...(schema instanceof z.ZodReadonly ? withoutReadOnly(json) : json), ...addedTo(schema) }]
      },
    ],
  })
}

function withoutReadOnly(json: Converted): Converted {
  const { readOnly: _, ...rest } = json
  return rest
}

function addedTo(schema: z.core.$ZodType): object {
  const meta: Readonly<Record<string, unknown>> | undefined = z.globalRegistry.get(schema)
  return Object.fromEntries(added.flatMap(name => (meta?.[name] === undefined ? [] : [[name, meta[name]]])))
}
