import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWords } from '../words/define-words.ts'
import { unitSetWords } from '../words/unit-set-words.ts'
import type { UnitSetDetails } from './unit-sets.tsx'

/** Ends a set, and with it every role over it. */
export function EndUnitSet({ set, onClose }: { set: UnitSetDetails; onClose: () => void }) {
  const words = useWords(unitSetWords)
  const queries = useQueryClient()
  const end = useMutation(
    api.unitSets.end.mutationOptions({
      onSuccess: () => {
        toast(words.ended)
        onClose()
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.unitSets.key() }),
    }),
  )
  return (
    <ConsequenceDialog
      opened
      danger
      title={words.endTitle(set.name)}
      consequences={[{ text: words.endConsequence, tone: 'alert' }]}
      confirm={words.end}
      busy={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate({ id: set.id, version: set.version })}
      onClose={onClose}
    />
  )
}
