import type { SlotDraft } from '@nguon/contract/slots'
import type { Day, SlotId } from '@nguon/domain/platform'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../api/client.ts'
import type { StoredSlot } from '../schedule/timetable-data.ts'

/** Which of two colliding priority slots is to go first. */
export type FirstOfTwo = 'this' | 'other'

export interface SlotToSave {
  readonly draft: SlotDraft
  /** By the other slot. */
  readonly firsts: ReadonlyMap<SlotId, FirstOfTwo>
}

/** Saves the slot, then the order that was chosen for what it collides with. Repeated after a cut line, it makes one slot. */
export function useSaveSlot({
  stored,
  occurrence = null,
  onSaved,
}: {
  stored?: StoredSlot | undefined
  occurrence?: { readonly day: Day; readonly reach: 'only' | 'onwards' } | null
  onSaved: (slotId: SlotId) => Promise<void> | void
}) {
  const queries = useQueryClient()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  return useMutation({
    mutationFn: async ({ draft, firsts }: SlotToSave) => {
      const saved = stored
        ? await client.schedule.update({
            ...draft,
            slotId: stored.slot.id,
            version: stored.version,
            ...(occurrence ? { occurrence } : {}),
          })
        : await client.schedule.create({ ...draft, idempotencyKey })
      const { id, unitId } = saved.slot
      for (const [other, first] of firsts) {
        await client.schedule.decideOrder({ unitId, slotIds: first === 'this' ? [id, other] : [other, id] })
      }
      return id
    },
    onSuccess: async slotId => {
      await queries.invalidateQueries({ queryKey: api.schedule.key() })
      await queries.invalidateQueries({ queryKey: api.airings.key() })
      await onSaved(slotId)
    },
  })
}
