import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import type { DeviceDetails } from './device-page.tsx'

export function RetireDevice({ device }: { device: DeviceDetails }) {
  const words = useWords(deviceWords)
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const retire = useMutation(
    api.devices.retire.mutationOptions({
      onSuccess: async () => {
        setAsking(false)
        toast(words.retiredToast)
        await queries.invalidateQueries({ queryKey: api.devices.key() })
      },
    }),
  )
  return (
    <>
      <Button variant="default" c="var(--alert-ink)" onClick={() => setAsking(true)}>
        {words.retire}
      </Button>
      <ConsequenceDialog
        opened={asking}
        title={words.retireTitle}
        danger
        consequences={[{ tone: 'alert', text: words.retireStops }, { text: words.retireKeeps }]}
        confirm={words.retireConfirm}
        busy={retire.isPending}
        error={retire.error}
        disabled={reason.trim() === ''}
        onConfirm={() => retire.mutate({ deviceId: device.id, reason })}
        onClose={() => setAsking(false)}
      >
        <TextInput
          label={words.retireReason}
          required
          maxLength={500}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </ConsequenceDialog>
    </>
  )
}
