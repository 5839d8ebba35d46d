import { Button, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { ClaimCode } from './claim-code.tsx'
import type { DeviceDetails } from './device-page.tsx'

export function RenewClaim({ device }: { device: DeviceDetails }) {
  const words = useWords(deviceWords)
  const { close } = useWords(shellWords)
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const renew = useMutation(
    api.devices.renewClaim.mutationOptions({
      onSuccess: async () => {
        setAsking(false)
        await queries.invalidateQueries({ queryKey: api.devices.key() })
      },
    }),
  )
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.renew}
      </Button>
      <ConsequenceDialog
        opened={asking}
        title={words.renewTitle}
        consequences={[{ tone: 'caution', text: words.renewStops }]}
        confirm={words.renewConfirm}
        busy={renew.isPending}
        error={renew.error}
        onConfirm={() => renew.mutate({ deviceId: device.id })}
        onClose={() => setAsking(false)}
      />
      <Modal
        opened={renew.data !== undefined}
        onClose={() => renew.reset()}
        title={device.name}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': close }}
      >
        {renew.data && <ClaimCode claim={renew.data} deviceName={device.name} />}
      </Modal>
    </>
  )
}
