import { type Language, type OperationMeta, platformRefusals, Refusal } from '@nguon/contract/platform'
import { os } from '@orpc/server'
import { answerFault, checkAccess, type RequestContext } from './operations.ts'

/**
 * Stands before every operation: `implement(territoryContract).$context<RequestContext>().use(operationGuard)`.
 * Access is checked before the input is read, and whatever is thrown is answered in the caller's language.
 */
export const operationGuard = os.$context<RequestContext>().middleware(async ({ context, procedure, next }, input) => {
  try {
    checkAccess((procedure['~orpc'].meta as OperationMeta).access, context)
    refuseUnkeepable(input, context.language)
    return await next()
  } catch (error) {
    throw answerFault(error, context.language)
  }
})

const unkeepable = {
  vi: 'có ký tự không lưu được, hoặc lồng quá sâu',
  en: 'holds a character that cannot be kept, or is nested too deeply',
}

/** PostgreSQL keeps no NUL in a text and no half of a surrogate pair in a `jsonb`: such text is refused before it gets there. */
function refuseUnkeepable(input: unknown, language: Language, path: readonly string[] = []): void {
  if (typeof input === 'object' && input !== null && !(input instanceof Blob) && path.length <= 20) {
    for (const [key, value] of Object.entries(input)) {
      refuseUnkeepable(key, language, path)
      refuseUnkeepable(value, language, [...path, key])
    }
    return
  }
  const isText = typeof input === 'string'
  if (isText ? !input.includes('\0') && input.isWellFormed() : path.length <= 20) return
  const field = path.slice(0, 5).join('.')
  throw new Refusal(platformRefusals.INVALID_INPUT, { summary: `${field} ${unkeepable[language]}`, field })
}
