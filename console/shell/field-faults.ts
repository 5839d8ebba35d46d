import { Problem } from '../api/problem.ts'

interface NamedFault {
  readonly field: string | null
  readonly message: string
}

/**
 * What a refusal says of single fields, to stand beside them. `rest` is what concerns no field shown here and stands
 * under the form.
 */
export function fieldFaults(error: unknown, shown: readonly string[]) {
  const faults = error instanceof Problem ? faultsOf(error) : []
  const of = (name: string): string | undefined => faults.find(({ field }) => field === name)?.message
  const isShown = faults.length > 0 && faults.every(({ field }) => field !== null && shown.includes(field))
  return { of, rest: isShown ? null : error }
}

function faultsOf({ data, message }: Problem): NamedFault[] {
  const { fields, field } = data
  if (Array.isArray(fields)) return fields as NamedFault[]
  return typeof field === 'string' ? [{ field, message }] : []
}
