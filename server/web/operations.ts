import {
  type Access,
  type Language,
  platformRefusals,
  Refusal,
  type RefusalData,
  wordRefusal,
} from '@nguon/contract/platform'
import type { Actor, DeviceId } from '@nguon/domain/platform'
import { ORPCError } from '@orpc/server'
import { z } from 'zod'

/** What is known of one request before its operation starts. */
export interface RequestContext {
  readonly actor: Actor | null
  readonly deviceId: DeviceId | null
  readonly language: Language
  readonly address: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly setCookie: (value: string) => void
}

/** The signed-in account. The access of the operation has been checked before; this narrows the type. */
export function actorOf(context: RequestContext): Actor {
  if (!context.actor) throw new Refusal(platformRefusals.UNAUTHENTICATED)
  return context.actor
}

export function deviceOf(context: RequestContext): DeviceId {
  if (!context.deviceId) throw new Refusal(platformRefusals.UNAUTHENTICATED)
  return context.deviceId
}

/** Refuses unless the right is held. A right is a pure function of `domain/<module>/rights.ts`. */
export function requireRight(held: boolean): void {
  if (!held) throw new Refusal(platformRefusals.FORBIDDEN)
}

/** The first wall: no operation without the kind of caller its access asks for. Units are checked by the operation. */
export function checkAccess(access: Access | undefined, context: RequestContext): void {
  if (!access) throw new Error('an operation without access in the contract')
  if (access.kind === 'public') return
  if (access.kind === 'device') {
    if (!context.deviceId) throw new Refusal(platformRefusals.UNAUTHENTICATED)
    return
  }
  if (!context.actor) throw new Refusal(platformRefusals.UNAUTHENTICATED)
  if (access.kind === 'role') {
    requireRight(context.actor.grants.some(grant => access.anyOf.includes(grant.role)))
  }
}

const locales = { vi: z.locales.vi(), en: z.locales.en() }

interface Issue {
  readonly path?: readonly (string | number | symbol | { readonly key: string | number | symbol })[]
  readonly message: string
}

function fieldOf(issue: Issue): string {
  return (issue.path ?? []).map(part => String(typeof part === 'object' ? part.key : part)).join('.')
}

function wordIssue(issue: Issue, language: Language): string {
  const worded = locales[language].localeError(issue as never)
  return typeof worded === 'string' ? worded : (worded?.message ?? issue.message)
}

function asOrpcError(refusal: Refusal, language: Language): ORPCError<string, RefusalData> {
  return new ORPCError(refusal.kind.code, {
    status: refusal.kind.status,
    message: wordRefusal(refusal.kind, refusal.data, language),
    data: refusal.data,
    defined: true,
  })
}

/**
 * Turns what an operation threw into what a caller may see: a refusal into its typed error in the caller's language,
 * input that fits no schema into `INVALID_INPUT` with the fields named, anything else into itself (a bare 500).
 */
export function answerFault(error: unknown, language: Language): unknown {
  if (error instanceof Refusal) return asOrpcError(error, language)
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    const issues = ((error.data as { issues?: readonly Issue[] } | undefined)?.issues ?? []).slice(0, 20)
    const fields = issues.map(issue => ({ field: fieldOf(issue), message: wordIssue(issue, language) }))
    const summary = fields.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ')
    const kind = platformRefusals.INVALID_INPUT
    return new ORPCError(kind.code, {
      status: kind.status,
      message: wordRefusal(kind, { summary: summary || error.message }, language),
      data: { fields, field: fields[0]?.field ?? null },
      defined: true,
    })
  }
  return error
}
