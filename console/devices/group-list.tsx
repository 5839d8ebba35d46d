import { Button } from '@mantine/core'
import { EmptyState, Panel, Row, RowList } from '@nguon/design'
import { mayKeepGroups } from '@nguon/domain/devices'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNumber } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { groupWords } from '../words/group-words.ts'
import { useLanguage } from '../words/language.ts'

/** The groups of the unit: loudspeakers that slots name together. */
export function GroupList() {
  const words = useWords(groupWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const groups = useQuery(api.devices.groups.queryOptions({ input: { unitId: unit.unitId } }))
  const add = mayKeepGroups(actor, unit.path) && (
    <Button component={Link} to="/cum-loa/nhom/moi" leftSection={<IconPlus aria-hidden size={22} />}>
      {words.add}
    </Button>
  )
  return (
    <Screen title={words.title} lead={words.lead} back={{ to: '/cum-loa', label: words.back }} action={add}>
      <Loaded query={groups} lines={3}>
        {found => (
          <Panel flush>
            {found.length === 0 ? (
              <EmptyState icon={<IconUsersGroup size={34} />} title={words.emptyTitle} action={add}>
                {words.emptyWords}
              </EmptyState>
            ) : (
              <RowList label={words.title}>
                {found.map(({ id, name, deviceIds }) => (
                  <Row
                    key={id}
                    link={(title, className) => (
                      <Link to={`/cum-loa/nhom/${id}`} className={className}>
                        {title}
                      </Link>
                    )}
                    title={name}
                    about={words.count(writeNumber(deviceIds.length, language))}
                  />
                ))}
              </RowList>
            )}
          </Panel>
        )}
      </Loaded>
    </Screen>
  )
}
