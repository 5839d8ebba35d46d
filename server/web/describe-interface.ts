import type { Access, OperationMeta, RefusalKind } from '@nguon/contract/platform'
import { OpenAPIGenerator } from '@orpc/openapi'
import { type AnyRouter, resolveContractProcedures } from '@orpc/server'
import { exampleOf } from './example-of.ts'
import { schemaConverter } from './schema-converter.ts'

/** JSON Schema 2020-12, as far as it is read here. */
export interface Schema {
  readonly [keyword: string]: unknown
}

type Content = Record<string, { readonly schema?: Schema; example?: unknown }>

/** One operation as OpenAPI 3.1 has it, with what OpenAPI has no word for. */
export interface DescribedOperation {
  readonly operationId: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema?: Schema
    example?: unknown
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Record<string, { content?: Content }>
  /** Who may call it. */
  'x-access'?: Access
  /** What it may answer instead, in both languages. */
  'x-refusals'?: readonly RefusalKind[]
}

export interface InterfaceDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
}

/** Every operation of a router as an OpenAPI document. */
export async function describeInterface(router: AnyRouter): Promise<InterfaceDescription> {
  const generator = new OpenAPIGenerator({ schemaConverters: [schemaConverter()] })
  const document = await generator.generate(router, {
    info: { title: 'Nguồn', version: '1', description: 'Giao diện lập trình của hệ thống thông tin nguồn.' },
    servers: [{ url: '/api' }],
    customErrorResponseBodySchema: (errors, status) =>
      problemSchema(
        status,
        errors.map(([code]) => code),
      ),
  })
  const description = document as unknown as InterfaceDescription
  const known = await knownOf(router)
  for (const operation of operationsOf(description)) {
    Object.assign(operation, known.get(operation.operationId))
    giveExamples(operation)
    for (const [status, response] of Object.entries(operation.responses)) {
      if (Number(status) < 400 || !response.content) continue
      response.content = { 'application/problem+json': response.content['application/json'] ?? {} }
    }
  }
  return description
}

/** Of a request what it needs at least, of an answer all it may hold. */
function giveExamples({ parameters = [], requestBody, responses }: DescribedOperation): void {
  for (const parameter of parameters) {
    if (parameter.required) parameter.example = exampleOf(parameter.schema, { all: false })
  }
  for (const body of Object.values(requestBody?.content ?? {})) body.example = exampleOf(body.schema, { all: false })
  for (const [status, { content = {} }] of Object.entries(responses)) {
    if (Number(status) >= 400) continue
    for (const answer of Object.values(content)) answer.example = exampleOf(answer.schema, { all: true })
  }
}

export function operationsOf(description: InterfaceDescription): readonly DescribedOperation[] {
  return Object.values(description.paths).flatMap(methods => Object.values(methods))
}

/** RFC 9457, as `http.ts` writes it. */
function problemSchema(status: number, codes: readonly string[]): Schema {
  return {
    type: 'object',
    properties: {
      type: { const: 'about:blank' },
      title: { type: 'string', description: 'The sentence for the person, in the language of Accept-Language.' },
      status: { const: status },
      code: { enum: codes },
      data: { type: 'object', description: 'For the program; `field` names the input it is about.' },
    },
    required: ['type', 'title', 'status', 'code', 'data'],
  }
}

async function knownOf(
  router: AnyRouter,
): Promise<ReadonlyMap<string, Pick<DescribedOperation, 'x-access' | 'x-refusals'>>> {
  const known = new Map<string, Pick<DescribedOperation, 'x-access' | 'x-refusals'>>()
  await resolveContractProcedures({ router, path: [] }, ({ contract, path }) => {
    const { meta, errorMap } = contract['~orpc']
    const { access } = meta as OperationMeta
    const errors = Object.entries(errorMap as Record<string, { status: number; message: string; vi: string }>)
    const refusals = errors.map(([code, { status, message, vi }]) => ({ code, status, vi, en: message }))
    known.set(path.join('.'), {
      ...(access ? { 'x-access': access } : {}),
      'x-refusals': refusals.toSorted((a, b) => a.status - b.status),
    })
  })
  return known
}
