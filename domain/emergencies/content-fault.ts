import type { EmergencyContent, EmergencyType } from './emergency.ts'
import { hazards } from './hazard.ts'
import { firstBlank } from './spoken-emergency.ts'
import { sirenFor } from './template.ts'

export type ContentFault =
  | { readonly kind: 'risk-level-of-none'; readonly hazard: string }
  | { readonly kind: 'siren-of-drill' }
  | { readonly kind: 'blank'; readonly blank: string }

/** What keeps a message from being asked for (E1.1, E1.3, E4.1); null when nothing does. */
export function contentFault(type: EmergencyType, content: EmergencyContent): ContentFault | null {
  const { natural, vi } = hazards[content.hazard]
  if (!natural && content.riskLevel !== null) return { kind: 'risk-level-of-none', hazard: vi }
  if (sirenFor(type, content.siren) !== content.siren) return { kind: 'siren-of-drill' }
  const blank = firstBlank(content)
  return blank === null ? null : { kind: 'blank', blank }
}
