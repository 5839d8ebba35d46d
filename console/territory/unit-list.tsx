import { Button, Text } from '@mantine/core'
import { EmptyState, Panel, RowList } from '@nguon/design'
import { mayAddUnder } from '@nguon/domain/territory'
import { IconDownload, IconFileImport } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { SearchField } from '../lists/search-field.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { saveTable } from '../shell/save-table.ts'
import { Screen } from '../shell/screen.tsx'
import { toastProblem } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeDay, writeNumber } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { territoryWords } from '../words/territory-words.ts'
import { UnitRow } from './unit-row.tsx'

export function UnitList() {
  const words = useWords(territoryWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const { query, tree } = useUnits()
  const [text, setText] = useState('')
  const found = useQuery(
    api.territory.findUnits.queryOptions({
      input: { text, limit: 50 },
      enabled: text !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const download = useMutation({
    ...api.territory.exportUnits.mutationOptions({ onError: toastProblem }),
    onSuccess: saveTable,
  })
  const own = tree.units.get(unit.unitId)
  const children = tree.children.get(unit.unitId) ?? []
  return (
    <Screen
      title={words.title}
      lead={query.data && words.lead(writeNumber(query.data.units.length, language), writeDay(query.data.day))}
      action={
        <>
          <Button
            variant="default"
            leftSection={<IconDownload aria-hidden size={22} />}
            loading={download.isPending}
            onClick={() => download.mutate({ unitId: unit.unitId })}
          >
            {words.export}
          </Button>
          {mayAddUnder(actor, unit.path) && (
            <Button component={Link} to="/dia-ban/nhap" leftSection={<IconFileImport aria-hidden size={22} />}>
              {words.import}
            </Button>
          )}
        </>
      }
    >
      <SearchField label={words.search} hint={words.searchHint} value={text} onFind={setText} />
      <Panel flush>
        {text === '' ? (
          <Loaded query={query} lines={6}>
            {() => (
              <RowList label={words.title}>
                {own && <UnitRow unit={own} below={children.length} />}
                {children.map(child => (
                  <UnitRow key={child.unitId} unit={child} below={tree.children.get(child.unitId)?.length ?? 0} />
                ))}
              </RowList>
            )}
          </Loaded>
        ) : (
          <Loaded query={found} lines={4}>
            {({ units, more }) =>
              units.length === 0 ? (
                <EmptyState title={words.nothingFound} />
              ) : (
                <>
                  <RowList label={words.title}>
                    {units.map(one => (
                      <UnitRow key={one.unitId} unit={one} place={one.fullName} />
                    ))}
                  </RowList>
                  {more && (
                    <Text c="var(--ink-soft)" p="md">
                      {words.moreFound}
                    </Text>
                  )}
                </>
              )
            }
          </Loaded>
        )}
      </Panel>
    </Screen>
  )
}
