import { Button } from '@mantine/core'
import type { GrantId, UnitSetId } from '@nguon/domain/identity'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { unitSetWords } from '../words/unit-set-words.ts'

/** Withdraws a role over a set of units. */
export function RevokeSetRole({
  id,
  grantId,
  role,
  setName,
}: {
  id: UnitSetId
  grantId: GrantId
  role: string
  setName: string
}) {
  const words = useWords(accountWords)
  const { revokeConsequence } = useWords(unitSetWords)
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const revoke = useMutation(
    api.unitSets.revokeRole.mutationOptions({
      onSuccess: async () => {
        setAsking(false)
        toast(words.revoked)
        await queries.invalidateQueries({ queryKey: api.accounts.key() })
      },
    }),
  )
  return (
    <>
      <Button variant="subtle" aria-label={`${words.revoke}: ${role}, ${setName}`} onClick={() => setAsking(true)}>
        {words.revoke}
      </Button>
      <ConsequenceDialog
        opened={asking}
        danger
        title={words.revokeTitle}
        consequences={[{ text: revokeConsequence(role, setName) }]}
        confirm={words.revoke}
        busy={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoke.mutate({ id, grantId })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
