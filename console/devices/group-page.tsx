import type { GroupId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { NotFound } from '../shell/screen-fault.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { groupWords } from '../words/group-words.ts'
import { GroupForm } from './group-form.tsx'
import { RemoveGroup } from './remove-group.tsx'

const back = '/cum-loa/nhom'

export function NewGroup() {
  const words = useWords(groupWords)
  return (
    <Screen title={words.newTitle} lead={words.newLead} back={{ to: back, label: words.title }}>
      <GroupForm />
    </Screen>
  )
}

export function GroupPage() {
  const words = useWords(groupWords)
  const { unit } = useWorkplace()
  const groupId = useParams()['groupId'] as GroupId
  const groups = useQuery(api.devices.groups.queryOptions({ input: { unitId: unit.unitId } }))
  return (
    <Loaded query={groups}>
      {found => {
        const group = found.find(({ id }) => id === groupId)
        if (!group) return <NotFound />
        return (
          <Screen title={group.name} back={{ to: back, label: words.title }} action={<RemoveGroup group={group} />}>
            <GroupForm key={group.version} group={group} />
          </Screen>
        )
      }}
    </Loaded>
  )
}
