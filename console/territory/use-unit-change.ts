import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { toast } from '../shell/toast.tsx'

/** A change of the territory: once it is done, every screen that names units asks anew. */
export function useUnitChange<Wish>(
  change: (wish: Wish) => Promise<unknown>,
  { said, onDone }: { said: string; onDone: () => void },
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      onDone()
      toast(said)
      await queries.invalidateQueries({ queryKey: api.territory.key() })
    },
  })
}
