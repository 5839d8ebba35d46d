import { bulletinClasses, bulletinStates, topicIds } from '@nguon/domain/bulletins'
import { addDays, type Day, type UnitId } from '@nguon/domain/platform'
import { oneOf, useAddressFilter } from '../lists/use-address-filter.ts'
import { startOfDay } from '../time/local-time.ts'

const names = ['tim', 'trang-thai', 'linh-vuc', 'muc', 'don-vi', 'tu', 'den'] as const

export type BulletinFilterName = (typeof names)[number]

const dayIn = (text: string): Day | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? (text as Day) : null)

/** What the list of bulletins shows, as it stands in the address and as it is asked of the server. */
export function useBulletinFilter() {
  const { read, ...rest } = useAddressFilter(names)
  const search = read('tim')
  const state = oneOf(bulletinStates, read('trang-thai'))
  const topicId = oneOf(topicIds, read('linh-vuc'))
  const bulletinClass = oneOf(bulletinClasses, read('muc'))
  const unitId = read('don-vi') as UnitId | ''
  const from = dayIn(read('tu'))
  const until = dayIn(read('den'))
  return {
    ...rest,
    shown: { search, state, topicId, class: bulletinClass, unitId, from, until },
    wish: {
      ...(search ? { search } : {}),
      ...(state ? { state } : {}),
      ...(topicId ? { topicId } : {}),
      ...(bulletinClass ? { class: bulletinClass } : {}),
      ...(unitId ? { unitId } : {}),
      ...(from ? { from: startOfDay(from) } : {}),
      ...(until ? { until: startOfDay(addDays(until, 1)) } : {}),
    },
  }
}
