import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { EmptyState, Panel, Row, RowList, StatusTag } from '@nguon/design'
import { mayCreateAccount } from '@nguon/domain/identity'
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { MoreButton } from '../shell/more-button.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'

export function AccountList() {
  const words = useWords(accountWords)
  const { roles: roleNames } = useWords(identityWords)
  const { actor, unit } = useWorkplace()
  const { nameOf } = useUnits()
  const [parameters, setParameters] = useSearchParams()
  const search = parameters.get('tim')?.slice(0, 100) ?? ''
  const [typed, setTyped] = useState(search)
  const find = useDebouncedCallback(
    (text: string) => setParameters(text.trim() ? { tim: text.trim() } : {}, { replace: true }),
    350,
  )
  const found = useInfiniteQuery(
    api.accounts.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        unitId: unit.unitId,
        limit: 30,
        ...(search ? { search } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const create = mayCreateAccount(actor, unit.path) && (
    <Button component={Link} to="/tai-khoan/moi" leftSection={<IconUserPlus aria-hidden size={22} />}>
      {words.create}
    </Button>
  )
  return (
    <Screen title={words.title} lead={words.lead} action={create}>
      <TextInput
        type="search"
        aria-label={words.search}
        placeholder={words.searchHint}
        leftSection={<IconSearch aria-hidden size={20} />}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          find(event.currentTarget.value)
        }}
      />
      <Panel flush>
        <Loaded query={found} lines={6}>
          {({ pages }) => {
            const rows = pages.flatMap(page => page.items)
            if (rows.length === 0) {
              return search ? (
                <EmptyState title={words.nothingFound} />
              ) : (
                <EmptyState icon={<IconUsers size={34} />} title={words.emptyTitle} action={create}>
                  {words.emptyWords}
                </EmptyState>
              )
            }
            return (
              <RowList label={words.title}>
                {rows.map(({ id, name, position, unitId, roles, locked }) => (
                  <Row
                    key={id}
                    link={(title, className) => (
                      <Link to={`/tai-khoan/${id}`} className={className}>
                        {title}
                      </Link>
                    )}
                    title={name}
                    about={[
                      roles.map(role => roleNames[role]).join(', ') || words.noRole,
                      position,
                      unitId && nameOf(unitId),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                    end={locked && <StatusTag tone="bad">{words.locked}</StatusTag>}
                  />
                ))}
              </RowList>
            )
          }}
        </Loaded>
      </Panel>
      <MoreButton query={found} />
    </Screen>
  )
}
