import { Button, Textarea } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { SlotId, UnitId } from '@nguon/domain/platform'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { TakeAlways } from './take-always.tsx'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'

/** A unit decides itself whether the normal slots of units above play on its loudspeakers. */
export function TakeSlot({ slotId, fromUnitId, isTaken }: { slotId: SlotId; fromUnitId: UnitId; isTaken: boolean }) {
  const words = useWords(scheduleWords)
  const { unit } = useWorkplace()
  const queries = useQueryClient()
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const take = useMutation(
    api.schedule.take.mutationOptions({
      onSuccess: async ({ taken }) => {
        setDeclining(false)
        toast(taken ? words.taken : words.declined)
        await queries.invalidateQueries({ queryKey: api.schedule.key() })
      },
    }),
  )
  const decide = (taken: boolean) => take.mutate({ unitId: unit.unitId, slotId, taken, reason })
  return (
    <Panel>
      {isTaken ? (
        <Button variant="default" onClick={() => setDeclining(true)}>
          {words.decline}
        </Button>
      ) : (
        <>
          <ProblemNotice error={take.error} />
          <Button loading={take.isPending} onClick={() => decide(true)}>
            {words.take}
          </Button>
        </>
      )}
      <TakeAlways fromUnitId={fromUnitId} />
      <ConsequenceDialog
        opened={declining}
        title={words.declineTitle}
        consequences={[{ text: words.declineWords }]}
        confirm={words.decline}
        busy={take.isPending}
        error={take.error}
        disabled={reason.trim() === ''}
        onConfirm={() => decide(false)}
        onClose={() => setDeclining(false)}
      >
        <Textarea
          label={words.reason}
          required
          maxLength={500}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </ConsequenceDialog>
    </Panel>
  )
}
