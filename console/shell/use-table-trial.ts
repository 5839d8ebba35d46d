import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * A table that is tried before it is saved: `send` with a dry run writes nothing and answers what would be. Another file
 * makes what was answered void.
 */
export function useTableTrial<Outcome>(
  send: (file: File, dryRun: boolean) => Promise<Outcome>,
  { onSaved }: { onSaved: () => Promise<void> },
) {
  const [file, setFile] = useState<File | null>(null)
  const attempt = useMutation({ mutationFn: (chosen: File) => send(chosen, true) })
  const commit = useMutation({ mutationFn: (chosen: File) => send(chosen, false), onSuccess: onSaved })
  return {
    file,
    choose(chosen: File | null) {
      setFile(chosen)
      attempt.reset()
      commit.reset()
    },
    attempt,
    commit,
    outcome: attempt.data,
  }
}

export type TableTrialState = ReturnType<typeof useTableTrial<unknown>>
