import type { BulletinClass } from '@nguon/domain/bulletins'
import type { Day, Span, UnitId } from '@nguon/domain/platform'
import type { SilenceCause } from '@nguon/domain/rules'
import type { Occurrence, ContentFault } from '@nguon/domain/schedule'

/** Why a slot may not be saved; `rule` is the rule of SPEC.md it breaks. */
export type Violation =
  | { readonly code: 'NO_OCCURRENCE'; readonly rule: 'P1.4' }
  /** The first occurrence that breaks the rule. */
  | (SilenceCause & { readonly rule: 'P6.8'; readonly occurrence: Occurrence })
  | (Limited & { readonly code: 'TOO_MANY_SESSIONS'; readonly sessions: number })
  | (Limited & { readonly code: 'SESSION_TOO_LONG'; readonly minutes: number })
  | { readonly code: 'OUTSIDE_ISSUER'; readonly rule: 'P7.1'; readonly unitIds: readonly UnitId[] }
  | { readonly code: 'NO_DEVICE'; readonly rule: 'P7.2' }
  | { readonly code: 'CONTENT_UNUSABLE'; readonly rule: 'P8.1'; readonly fault: ContentFault }
  /** Units or devices of the target that lie outside the approved area. */
  | {
      readonly code: 'OUTSIDE_APPROVED_AREA'
      readonly rule: 'P8.2'
      readonly outside: readonly string[]
      readonly area: readonly UnitId[]
    }
  | {
      readonly code: 'OUTSIDE_APPROVED_PERIOD'
      readonly rule: 'P8.2'
      readonly period: Span
      readonly occurrence: Occurrence
    }
  | {
      readonly code: 'ABOVE_APPROVED_CLASS'
      readonly rule: 'P8.2'
      readonly class: BulletinClass
      readonly approved: BulletinClass
    }
  | {
      readonly code: 'CONTENT_TOO_LONG'
      readonly rule: 'P8.4'
      readonly seconds: number
      readonly durationSeconds: number
    }

interface Limited {
  readonly rule: 'P6.7'
  readonly day: Day
  readonly maximum: number
  readonly unitId: UnitId | null
  readonly citation: string
}
