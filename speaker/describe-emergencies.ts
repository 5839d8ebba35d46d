import type { EmergencyReport } from '@nguon/contract/emergencies'
import type { HeldEmergency } from '@nguon/domain/player'

/** How the emergencies of this device stand, as the server is told; without a sensor nobody says that sound was heard. */
export function reportsOf(held: readonly HeldEmergency[]): readonly EmergencyReport[] {
  return held.map(({ document, state, reason, at }) => ({ id: document.id, state, reason, at, heard: null }))
}
