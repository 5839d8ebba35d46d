import { Button } from '@mantine/core'
import { type DeviceGroup, mayKeepGroups } from '@nguon/domain/devices'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { groupWords } from '../words/group-words.ts'

/** A group that some slot names is not removed; the refusal says which. */
export function RemoveGroup({ group }: { group: DeviceGroup }) {
  const words = useWords(groupWords)
  const { actor, unit } = useWorkplace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const remove = useMutation(
    api.devices.removeGroup.mutationOptions({
      onSuccess: async () => {
        toast(words.removed)
        await navigate('/cum-loa/nhom')
        await queries.invalidateQueries({ queryKey: api.devices.key() })
      },
    }),
  )
  if (!mayKeepGroups(actor, unit.path)) return null
  return (
    <>
      <Button variant="default" c="var(--alert-ink)" onClick={() => setOpened(true)}>
        {words.remove}
      </Button>
      <ConsequenceDialog
        opened={opened}
        danger
        title={words.removeTitle(group.name)}
        consequences={[{ text: words.removeKeeps }, { text: words.removeRefused }]}
        confirm={words.remove}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ groupId: group.id, version: group.version })}
        onClose={() => setOpened(false)}
      />
    </>
  )
}
