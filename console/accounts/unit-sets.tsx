import { Button } from '@mantine/core'
import { Row, StatusTag } from '@nguon/design'
import { holds } from '@nguon/domain/platform'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type client } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { unitSetWords } from '../words/unit-set-words.ts'
import { EditUnitSet } from './edit-unit-set.tsx'
import { EndUnitSet } from './end-unit-set.tsx'

export type UnitSetDetails = Awaited<ReturnType<typeof client.unitSets.list>>['items'][number]

/** Nhóm đơn vị: units put together under a name, over which an agency may be given a role. */
export function UnitSets() {
  const words = useWords(unitSetWords)
  const { back } = useWords(accountWords)
  const { actor, unit } = useWorkplace()
  const { nameOf } = useUnits()
  const [edited, setEdited] = useState<UnitSetDetails | 'new' | null>(null)
  const [ending, setEnding] = useState<UnitSetDetails | null>(null)
  const mayKeep = holds(actor, ['administrator'], unit.path)
  const found = useInfiniteQuery(
    api.unitSets.list.infiniteOptions({ input: pageOf({ unitId: unit.unitId, limit: 30 }), ...byPages }),
  )
  const writeMembers = ({ unitIds, gone }: UnitSetDetails) => {
    const living = unitIds.filter(id => gone.every(({ unitId }) => unitId !== id))
    return `${words.units(living.length)}: ${living.map(nameOf).filter(Boolean).join(', ')}`
  }
  const create = mayKeep && (
    <Button leftSection={<IconPlus aria-hidden size={22} />} onClick={() => setEdited('new')}>
      {words.create}
    </Button>
  )
  return (
    <Screen title={words.title} lead={words.lead} back={{ to: '/tai-khoan', label: back }} action={create}>
      <ListFrame
        label={words.title}
        query={found}
        empty={{ icon: <IconUsersGroup size={34} />, title: words.emptyTitle, words: words.emptyWords, action: create }}
        row={set => (
          <Row
            key={set.id}
            title={set.name}
            about={writeMembers(set)}
            end={
              mayKeep && (
                <>
                  {set.gone.length > 0 && <StatusTag tone="caution">{words.gone(set.gone.length)}</StatusTag>}
                  <Button variant="subtle" aria-label={`${words.edit}: ${set.name}`} onClick={() => setEdited(set)}>
                    {words.edit}
                  </Button>
                  <Button
                    variant="subtle"
                    color="alert"
                    aria-label={`${words.end}: ${set.name}`}
                    onClick={() => setEnding(set)}
                  >
                    {words.end}
                  </Button>
                </>
              )
            }
          />
        )}
      />
      {edited && <EditUnitSet set={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {ending && <EndUnitSet set={ending} onClose={() => setEnding(null)} />}
    </Screen>
  )
}
