import { MultiSelect, TextInput } from '@mantine/core'
import type { UnitId } from '@nguon/domain/platform'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnitChoices } from '../units/use-unit-choices.ts'
import { useWords } from '../words/define-words.ts'
import { unitSetWords } from '../words/unit-set-words.ts'
import type { UnitSetDetails } from './unit-sets.tsx'

/** Names a set and says which units are in it. Null: a new one. */
export function EditUnitSet({ set, onClose }: { set: UnitSetDetails | null; onClose: () => void }) {
  const words = useWords(unitSetWords)
  const { unit } = useWorkplace()
  const queries = useQueryClient()
  const choices = useUnitChoices(unit.unitId).filter(({ value }) => value !== unit.unitId)
  const gone = set?.gone ?? []
  const [name, setName] = useState(set?.name ?? '')
  const [unitIds, setUnitIds] = useState<readonly UnitId[]>(
    () => set?.unitIds.filter(id => set.gone.every(({ unitId }) => unitId !== id)) ?? [],
  )
  const save = useMutation({
    mutationFn: () => {
      const kept = { name: name.trim(), unitIds: [...unitIds] }
      return set
        ? client.unitSets.change({ id: set.id, version: set.version, ...kept })
        : client.unitSets.create({ unitId: unit.unitId, ...kept })
    },
    onSuccess: () => {
      toast(words.saved)
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.unitSets.key() }),
  })
  return (
    <ConsequenceDialog
      opened
      title={set ? words.editTitle : words.create}
      consequences={[
        { text: set ? words.editConsequence : words.createConsequence },
        ...(gone.length > 0
          ? [{ tone: 'caution' as const, text: words.goneLeave(gone.map(({ name: former }) => former).join(', ')) }]
          : []),
      ]}
      confirm={words.save}
      busy={save.isPending}
      error={save.error}
      disabled={name.trim().length < 2 || unitIds.length === 0}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        maxLength={100}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <MultiSelect
        label={words.members}
        description={words.membersHint}
        required
        searchable
        hidePickedOptions
        limit={100}
        maxValues={500}
        data={choices}
        value={[...unitIds]}
        onChange={setUnitIds}
      />
    </ConsequenceDialog>
  )
}
