import type { Role } from '@nguon/domain/platform'
import { oc } from '@orpc/contract'
import { errorsOf } from './refusal.ts'
import { platformRefusals } from './refusals.ts'

/**
 * Who may call an operation. `unitOf` says, in words, of which unit the role is asked; the module's rights decide.
 * The rights matrix is generated from this, so an operation without it does not exist.
 */
export type Access =
  | { readonly kind: 'public' }
  /** Any signed-in account, about itself. */
  | { readonly kind: 'self' }
  | { readonly kind: 'device' }
  | { readonly kind: 'role'; readonly anyOf: readonly Role[]; readonly unitOf: string }

export interface OperationMeta {
  readonly access?: Access
}

/** The start of every operation: states its access and knows the refusals of the platform. */
export function operation(access: Access) {
  return oc.$meta<OperationMeta>({ access }).errors(errorsOf(platformRefusals))
}
