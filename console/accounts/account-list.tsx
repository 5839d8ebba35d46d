import { Button, Group, NativeSelect } from '@mantine/core'
import { Row, StatusTag } from '@nguon/design'
import { accountOrders, mayCreateAccount } from '@nguon/domain/identity'
import { IconSortAscending, IconSortDescending, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { SearchField } from '../lists/search-field.tsx'
import { oneOf, useAddressFilter } from '../lists/use-address-filter.ts'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { unitSetWords } from '../words/unit-set-words.ts'

export function AccountList() {
  const words = useWords(accountWords)
  const sets = useWords(unitSetWords)
  const { roles: roleNames } = useWords(identityWords)
  const { actor, unit } = useWorkplace()
  const { nameOf } = useUnits()
  const { read, change, clear, isFiltering } = useAddressFilter(['tim'])
  const order = useAddressFilter(['xep', 'nguoc'])
  const sort = oneOf(accountOrders, order.read('xep')) ?? 'name'
  const descending = order.read('nguoc') !== ''
  const search = read('tim').slice(0, 100)
  const found = useInfiniteQuery(
    api.accounts.list.infiniteOptions({
      input: pageOf({
        unitId: unit.unitId,
        limit: 30,
        sort,
        descending: `${descending}`,
        ...(search ? { search } : {}),
      }),
      ...byPages,
    }),
  )
  const create = mayCreateAccount(actor, unit.path) && (
    <Button component={Link} to="/tai-khoan/moi" leftSection={<IconUserPlus aria-hidden size={22} />}>
      {words.create}
    </Button>
  )
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      action={
        <>
          <Button variant="default" component={Link} to="/tai-khoan/nhom-don-vi">
            {sets.title}
          </Button>
          <Button variant="default" component={Link} to="/tai-khoan/quy-dinh-dang-nhap">
            {words.policy}
          </Button>
          {create}
        </>
      }
    >
      <SearchField label={words.search} hint={words.searchHint} value={search} onFind={text => change('tim', text)} />
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={words.sort}
          data={accountOrders.map(value => ({ value, label: words.orders[value] }))}
          value={sort}
          onChange={event => order.change('xep', event.currentTarget.value)}
        />
        <Button
          variant="default"
          aria-pressed={descending}
          leftSection={
            descending ? <IconSortDescending aria-hidden size={20} /> : <IconSortAscending aria-hidden size={20} />
          }
          onClick={() => order.change('nguoc', descending ? null : '1')}
        >
          {descending ? words.descending : words.ascending}
        </Button>
      </Group>
      <ListFrame
        label={words.title}
        query={found}
        empty={{ icon: <IconUsers size={34} />, title: words.emptyTitle, words: words.emptyWords, action: create }}
        filter={{ isFiltering, clear, nothing: { title: words.nothingFound }, undo: words.clear }}
        row={({ id, name, userName, position, unitId, roles, locked }) => (
          <Row
            key={id}
            link={(title, className) => (
              <Link to={`/tai-khoan/${id}`} className={className}>
                {title}
              </Link>
            )}
            title={name}
            about={[
              userName,
              roles.map(role => roleNames[role]).join(', ') || words.noRole,
              position,
              unitId && nameOf(unitId),
            ]
              .filter(Boolean)
              .join(' · ')}
            end={locked && <StatusTag tone="bad">{words.locked}</StatusTag>}
          />
        )}
      />
    </Screen>
  )
}
