import type { DeviceId } from '@nguon/domain/platform'
import type { AlarmFacts, AlarmKind, AlarmSeverity } from './alarm.ts'

/** What one look at a device says of one kind of trouble. Where a look says nothing there is no finding. */
export type Finding =
  | {
      readonly kind: AlarmKind
      readonly deviceId: DeviceId
      readonly present: true
      readonly severity: AlarmSeverity
      readonly facts: AlarmFacts
      /** How often it came in what was looked at; once where nothing else is said. */
      readonly times?: number
    }
  | { readonly kind: AlarmKind; readonly deviceId: DeviceId; readonly present: false }
