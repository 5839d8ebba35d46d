import { Button } from '@mantine/core'
import { mayWriteBulletins } from '@nguon/domain/bulletins'
import { IconNews, IconPencilPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'
import { BulletinFilter } from './bulletin-filter.tsx'
import { BulletinRow } from './bulletin-row.tsx'
import { useBulletinFilter } from './use-bulletin-filter.ts'

export function BulletinList() {
  const words = useWords(bulletinWords)
  const { actor, unit } = useWorkplace()
  const filter = useBulletinFilter()
  const found = useInfiniteQuery(
    api.bulletins.list.infiniteOptions({
      input: pageOf({ unitId: unit.unitId, limit: 20, ...filter.wish }),
      ...byPages,
    }),
  )
  const write = mayWriteBulletins(actor, unit.path) && (
    <Button component={Link} to="/tin/moi" leftSection={<IconPencilPlus aria-hidden size={22} />}>
      {words.write}
    </Button>
  )
  return (
    <Screen title={words.title} lead={words.lead} action={write}>
      <BulletinFilter filter={filter} />
      <ListFrame
        label={words.title}
        query={found}
        results={words.results}
        empty={{ icon: <IconNews size={34} />, title: words.emptyTitle, words: words.emptyWords, action: write }}
        filter={{
          isFiltering: filter.isFiltering,
          clear: filter.clear,
          nothing: { title: words.nothingFoundTitle, words: words.nothingFoundWords },
          undo: words.clearFilter,
        }}
        row={row => <BulletinRow key={row.id} row={row} />}
      />
    </Screen>
  )
}
