import type { Day, SlotId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { localDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { SlotEditor } from './slot-editor.tsx'
import { formOf } from './slot-form.ts'

/** `?buoi=2026-11-24` is the occurrence one came from. */
export function EditSlot() {
  const words = useWords(scheduleWords)
  const slotId = useParams()['slotId'] as SlotId
  const [parameters] = useSearchParams()
  const asked = parameters.get('buoi') ?? ''
  const today = localDay(useNow())
  const query = useQuery(api.schedule.read.queryOptions({ input: { slotId }, staleTime: Infinity, gcTime: 0 }))
  return (
    <Screen title={words.editTitle} back={{ to: `/lich-phat/${slotId}`, label: words.back }} wide>
      <Loaded query={query}>
        {stored => (
          <SlotEditor
            given={formOf(stored, today)}
            stored={stored}
            occurrence={
              stored.slot.recurrence.kind !== 'once' && /^\d{4}-\d\d-\d\d$/.test(asked) ? (asked as Day) : null
            }
          />
        )}
      </Loaded>
    </Screen>
  )
}
