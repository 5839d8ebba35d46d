import { displayName, type UnitVersion } from '@nguon/domain/territory'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { fieldFaults } from '../shell/field-faults.ts'
import { toast } from '../shell/toast.tsx'
import { writeNumber } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { moveWords } from '../words/move-words.ts'
import { type Destination, DestinationFields } from './destination-fields.tsx'
import { useMoveConsequences } from './move-consequences.ts'

/** Takes all loudspeakers of a unit that merges or ends to another one; those of a village to another village. */
export function MoveAllDevices({ unit, onClose }: { unit: UnitVersion; onClose: () => void }) {
  const words = useWords(moveWords)
  const language = useLanguage()
  const queries = useQueryClient()
  const { unitId: fromUnitId, level, parentId } = unit
  const isVillage = level === 'village'
  // Villages merge within their commune as a rule.
  const [to, setTo] = useState<Destination>({ unitId: isVillage ? parentId : null, villageId: null })
  const preview = useQuery(
    api.devices.previewMove.queryOptions({ input: to.unitId ? { fromUnitId, toUnitId: to.unitId } : skipToken }),
  )
  const move = useMutation(
    api.devices.moveAll.mutationOptions({
      onSuccess: async ({ moved }) => {
        onClose()
        toast(words.movedAll(writeNumber(moved, language)))
        await queries.invalidateQueries({ queryKey: api.devices.key() })
      },
      // The number that was shown is no longer true: it is asked for again.
      onError: () => queries.invalidateQueries({ queryKey: api.devices.previewMove.key() }),
    }),
  )
  const faults = fieldFaults(move.error, ['toUnitId', 'villageId'])
  const consequences = useMoveConsequences(preview.data, { from: fromUnitId, to: to.unitId, many: true })
  const devices = preview.data?.devices ?? 0
  return (
    <ConsequenceDialog
      opened
      title={words.titleAll(displayName(unit))}
      consequences={consequences}
      confirm={words.confirm}
      busy={move.isPending}
      error={faults.rest ?? preview.error}
      disabled={devices === 0 || (isVillage && to.unitId === parentId && to.villageId === null)}
      onConfirm={() => to.unitId && move.mutate({ fromUnitId, toUnitId: to.unitId, villageId: to.villageId, devices })}
      onClose={onClose}
    >
      <DestinationFields
        except={fromUnitId}
        value={to}
        village={words.villageTo}
        faultOf={faults.of}
        onChange={setTo}
      />
    </ConsequenceDialog>
  )
}
