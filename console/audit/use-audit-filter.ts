import { addDays, type Day } from '@nguon/domain/platform'
import { oneOf, useAddressFilter } from '../lists/use-address-filter.ts'
import { startOfDay } from '../time/local-time.ts'

const names = ['ve', 'nguoi', 'viec', 'tu', 'den'] as const

/** The parts of the house whose acts stand in the trail. */
export const auditModules = [
  'bulletins',
  'schedule',
  'devices',
  'alarms',
  'media',
  'rules',
  'calendar',
  'territory',
  'identity',
] as const

const dayIn = (text: string): Day | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? (text as Day) : null)

/** What of the trail is shown, as it stands in the address and as it is asked of the server. */
export function useAuditFilter() {
  const { read, ...rest } = useAddressFilter(names)
  const subjectId = read('ve').slice(0, 100)
  const person = read('nguoi').slice(0, 100)
  const module = oneOf(auditModules, read('viec'))
  const from = dayIn(read('tu'))
  const until = dayIn(read('den'))
  return {
    ...rest,
    shown: { subjectId, person, module, from, until },
    wish: {
      ...(subjectId ? { subjectId } : {}),
      ...(person ? { person } : {}),
      ...(module ? { module } : {}),
      ...(from ? { from: startOfDay(from) } : {}),
      ...(until ? { until: startOfDay(addDays(until, 1)) } : {}),
    },
  }
}
