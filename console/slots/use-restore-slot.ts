import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../api/client.ts'
import type { StoredSlot } from '../schedule/timetable-data.ts'
import { toast, toastProblem } from '../shell/toast.tsx'
import { useWords } from '../words/define-words.ts'
import { slotWords } from '../words/slot-words.ts'

/** Takes a cancellation back; says so, or why it cannot be. */
export function useRestoreSlot(): (stored: StoredSlot) => void {
  const words = useWords(slotWords)
  const queries = useQueryClient()
  const restore = useMutation({
    mutationFn: ({ slot, version }: StoredSlot) => client.schedule.restore({ slotId: slot.id, version }),
    onSuccess: async () => {
      toast(words.restored)
      await queries.invalidateQueries({ queryKey: api.schedule.key() })
    },
    onError: toastProblem,
  })
  return stored => restore.mutate(stored)
}
