import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { writeNumber } from '../time/local-time.ts'
import { alarmWords } from '../words/alarm-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import type { ShownAlarm } from './alarm-row.tsx'

/** Asks once for all that were chosen; what changed meanwhile is left, and said. Nothing chosen: closed. */
export function AcknowledgeDialog({ alarms, onClose }: { alarms: readonly ShownAlarm[]; onClose: () => void }) {
  const words = useWords(alarmWords)
  const language = useLanguage()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const acknowledge = useMutation(
    api.alarms.acknowledge.mutationOptions({
      onSuccess: async ({ acknowledged, changed }) => {
        if (acknowledged > 0) toast(words.done(writeNumber(acknowledged, language)))
        if (changed.length > 0) toast(words.changed(writeNumber(changed.length, language)))
        setNote('')
        onClose()
        await Promise.all([
          queries.invalidateQueries({ queryKey: api.alarms.key() }),
          queries.invalidateQueries({ queryKey: api.tasks.key() }),
        ])
      },
    }),
  )
  const many = alarms.some(({ deviceId }) => deviceId === null)
  return (
    <ConsequenceDialog
      opened={alarms.length > 0}
      title={words.dialogTitle(alarms.length)}
      consequences={[
        { text: words.dialogKeeps },
        ...(many ? [{ tone: 'caution', text: words.dialogMany } as const] : []),
      ]}
      confirm={words.confirm}
      busy={acknowledge.isPending}
      error={acknowledge.error}
      onConfirm={() => acknowledge.mutate({ alarms: alarms.map(({ id, version }) => ({ id, version })), note })}
      onClose={onClose}
    >
      <Textarea
        label={words.dialogNote}
        maxLength={1000}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
    </ConsequenceDialog>
  )
}
