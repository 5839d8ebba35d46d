import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { useRestoreSlot } from './use-restore-slot.ts'
import type { StoredSlot } from '../schedule/timetable-data.ts'

export function CancelSlot({ stored, opened, onClose }: { stored: StoredSlot; opened: boolean; onClose: () => void }) {
  const words = useWords(scheduleWords)
  const queries = useQueryClient()
  const restore = useRestoreSlot()
  const [reason, setReason] = useState('')
  const cancel = useMutation(
    api.schedule.cancel.mutationOptions({
      onSuccess: async cancelled => {
        onClose()
        toast(words.cancelledToast, () => restore(cancelled))
        await queries.invalidateQueries({ queryKey: api.schedule.key() })
      },
    }),
  )
  return (
    <ConsequenceDialog
      opened={opened}
      title={words.cancelTitle}
      danger
      consequences={[{ text: words.cancelPlays }, { text: words.cancelKeeps }, { text: words.cancelUndone }]}
      confirm={words.cancelConfirm}
      busy={cancel.isPending}
      error={cancel.error}
      disabled={reason.trim() === ''}
      onConfirm={() => cancel.mutate({ slotId: stored.slot.id, version: stored.version, reason })}
      onClose={onClose}
    >
      <Textarea
        label={words.reason}
        required
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </ConsequenceDialog>
  )
}
