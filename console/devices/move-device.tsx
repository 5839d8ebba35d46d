import { Button } from '@mantine/core'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { fieldFaults } from '../shell/field-faults.ts'
import { toast } from '../shell/toast.tsx'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { moveWords } from '../words/move-words.ts'
import { type Destination, DestinationFields } from './destination-fields.tsx'
import type { DeviceDetails } from './device-page.tsx'
import { useMoveConsequences } from './move-consequences.ts'

/** Takes one loudspeaker to another commune, without anybody going to its pole. */
export function MoveDevice({ device }: { device: DeviceDetails }) {
  const words = useWords(moveWords)
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [to, setTo] = useState<Destination>({ unitId: null, villageId: null })
  const { id: deviceId, unitId: fromUnitId, version } = device
  const { tree } = useUnits()
  const preview = useQuery(
    api.devices.previewMove.queryOptions({
      input: asking && to.unitId ? { fromUnitId, toUnitId: to.unitId, deviceId } : skipToken,
    }),
  )
  const move = useMutation(
    api.devices.move.mutationOptions({
      onSuccess: async () => {
        setAsking(false)
        toast(words.moved)
        await queries.invalidateQueries({ queryKey: api.devices.key() })
      },
    }),
  )
  const faults = fieldFaults(move.error, ['toUnitId', 'villageId'])
  const consequences = useMoveConsequences(preview.data, { from: fromUnitId, to: to.unitId, many: false })
  // Whoever keeps one commune only has nowhere to move it to.
  const elsewhere = [...tree.units.values()].some(({ level, unitId }) => level === 'commune' && unitId !== fromUnitId)
  if (!elsewhere) return null
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.move}
      </Button>
      <ConsequenceDialog
        opened={asking}
        title={words.title(device.name)}
        consequences={consequences}
        confirm={words.confirm}
        busy={move.isPending}
        error={faults.rest ?? preview.error}
        disabled={!preview.data}
        onConfirm={() => to.unitId && move.mutate({ deviceId, version, toUnitId: to.unitId, villageId: to.villageId })}
        onClose={() => setAsking(false)}
      >
        <DestinationFields
          except={fromUnitId}
          value={to}
          village={words.village}
          faultOf={faults.of}
          onChange={setTo}
        />
      </ConsequenceDialog>
    </>
  )
}
