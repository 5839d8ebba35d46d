import type { AnyContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../harness/house.ts'

type Schema = Readonly<Record<string, unknown>>
type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>

interface Described {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly schema?: Schema; readonly example?: unknown }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

const house: Promise<TestHouse> = openTestHouse()
let operations: readonly Described[]

beforeAll(async () => {
  const { url } = await house
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Described>>
  }
  operations = Object.values(paths).flatMap(methods => Object.values(methods))
})
afterAll(async () => (await house).close())

/** Places where a schema says nothing. */
function emptiesOf(schema: Schema, place: string): string[] {
  const saying = Object.keys(schema).filter(word => !['description', 'default', 'examples', 'title'].includes(word))
  const inner = (['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const).flatMap(word =>
    ((schema[word] ?? []) as Schema[]).flatMap((part, index) => emptiesOf(part, `${place} ${word} ${index}`)),
  )
  const held = (['items', 'additionalProperties'] as const).flatMap(word =>
    typeof schema[word] === 'object' ? emptiesOf(schema[word] as Schema, `${place} ${word}`) : [],
  )
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).flatMap(([name, field]) =>
    emptiesOf(field, `${place}.${name}`),
  )
  return [...(saying.length === 0 ? [place] : []), ...inner, ...held, ...fields]
}

function procedureOf(router: object, operationId: string): AnyContractProcedure['~orpc'] {
  const found = operationId.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], router)
  return (found as AnyContractProcedure)['~orpc']
}

const exampleIn = (content: Content | undefined) => Object.values(content ?? {})[0]?.example

/** Path, query and body as the one input the operation reads. */
function requestExample({ parameters = [], requestBody }: Described): Record<string, unknown> {
  const named = parameters.filter(({ example }) => example !== undefined).map(({ name, example }) => [name, example])
  return { ...(exampleIn(requestBody?.content) as object | undefined), ...Object.fromEntries(named) }
}

const faultsOf = (result: z.ZodSafeParseResult<unknown>) =>
  result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('what a program of another maker reads of the interface', () => {
  it('no schema is empty', () => {
    const empties = operations.flatMap(({ operationId, parameters = [], requestBody, responses }) => [
      ...parameters.flatMap(({ name, schema }) => emptiesOf(schema ?? {}, `${operationId} parameter ${name}`)),
      ...[requestBody, ...Object.values(responses)].flatMap(part =>
        Object.values(part?.content ?? {}).flatMap(({ schema }) => emptiesOf(schema ?? {}, operationId)),
      ),
    ])
    expect(empties).toEqual([])
  })

  it('an id, an instant, a day, a time of day and a hash say in both languages what they are', () => {
    const text = JSON.stringify(operations)
    for (const words of ['mã định danh', 'thời điểm', 'ngày', 'giờ trong ngày', 'SHA-256 của tệp']) {
      expect(text).toMatch(new RegExp(`"title":"${words}","description":"[^"]+ / [^"]+","examples":\\[`))
    }
    expect(text).toContain('"format":"int64"')
    expect(text).not.toContain('"readOnly"')
  })

  it('the example of every request is one the operation takes', async () => {
    const { router } = (await house).server
    const faults = operations.flatMap(operation => {
      const { inputSchema } = procedureOf(router, operation.operationId)
      if (!inputSchema) return []
      const found = faultsOf((inputSchema as z.ZodType).safeParse(requestExample(operation)))
      return found.map(fault => `${operation.operationId} ${fault}`)
    })
    expect(faults).toEqual([])
  })

  it('the example of every answer is one the operation could give', async () => {
    const { router } = (await house).server
    const faults = operations.flatMap(({ operationId, responses }) => {
      const { outputSchema } = procedureOf(router, operationId)
      const [, answer] = Object.entries(responses).find(([status]) => Number(status) < 400) ?? []
      const found = faultsOf((outputSchema as z.ZodType).safeParse(exampleIn(answer?.content)))
      return found.map(fault => `${operationId} ${fault}`)
    })
    expect(faults).toEqual([])
  })
})
