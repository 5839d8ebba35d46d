import { Button, Group, Stack, Text } from '@mantine/core'
import { EmptyState, Panel, StatusTag } from '@nguon/design'
import { mayRule } from '@nguon/domain/rules'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type client } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeInstant } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { rulesWords } from '../words/rules-words.ts'
import { TouchedSlots, useTouchedSlots } from './touched-slots.tsx'
import { changedRules, draftOf, useIssueRules } from './use-issue-rules.ts'
import { writeCitedRule } from './write-rule.ts'

type Issued = Awaited<ReturnType<typeof client.rules.history>>['items'][number]
type Current = Awaited<ReturnType<typeof client.rules.read>>

/** Each issue of the unit's rules: who, when, what became another; a former one can be issued again. */
export function RulesHistory() {
  const words = useWords(rulesWords)
  const { unit } = useWorkplace()
  const current = useQuery(api.rules.read.queryOptions({ input: { unitId: unit.unitId } }))
  const query = useInfiniteQuery(
    api.rules.history.infiniteOptions({
      input: pageOf({ unitId: unit.unitId, limit: 20 }),
      ...byPages,
    }),
  )
  return (
    <Screen title={words.history} lead={words.historyLead} back={{ to: '/quy-che', label: words.back }}>
      <Loaded query={current}>
        {now => (
          <Loaded query={query}>
            {({ pages }) => {
              const items = pages.flatMap(page => page.items)
              if (items.length === 0) {
                return (
                  <Panel>
                    <EmptyState icon={<IconHistory size={34} />} title={words.noHistory} />
                  </Panel>
                )
              }
              return items.map(issued => <IssuedVersion key={issued.id} issued={issued} current={now} />)
            }}
          </Loaded>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {words.older}
        </Button>
      )}
    </Screen>
  )
}

function IssuedVersion({ issued, current }: { issued: Issued; current: Current }) {
  const words = useWords(rulesWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const [asking, setAsking] = useState(false)
  const { version, before, after, restores } = issued
  const isCurrent = version === current.version
  const changed = changedRules(before && draftOf(before), draftOf(after))
  return (
    <Panel
      title={words.version(String(version))}
      aside={
        isCurrent ? (
          <StatusTag tone="good">{words.current}</StatusTag>
        ) : (
          mayRule(actor, unit.path) && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {words.restore}
            </Button>
          )
        )
      }
    >
      <Stack gap="xs">
        <Text size="sm" c="var(--ink-soft)">
          {[
            words.issuedBy(issued.actorName, writeInstant(issued.at)),
            restores !== null && words.restoresVersion(String(restores)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {changed.map(name => (
          <Text key={name}>{writeCitedRule(after, name, language) ?? words.removedRule(words.names[name])}</Text>
        ))}
      </Stack>
      {asking && <RestoreVersion issued={issued} current={current} close={() => setAsking(false)} />}
    </Panel>
  )
}

function RestoreVersion({ issued, current, close }: { issued: Issued; current: Current; close: () => void }) {
  const words = useWords(rulesWords)
  const language = useLanguage()
  const issue = useIssueRules({ before: current.rules, onIssued: close })
  const rules = draftOf(issued.after)
  const preview = useTouchedSlots({ rules })
  const changed = changedRules(current.rules && draftOf(current.rules), rules)
  return (
    <ConsequenceDialog
      opened
      title={words.restoreTitle(String(issued.version))}
      consequences={changed.map(name => ({
        text: writeCitedRule(issued.after, name, language) ?? words.removedRule(words.names[name]),
      }))}
      confirm={words.issue}
      busy={issue.isPending}
      error={issue.error}
      disabled={!preview.data || preview.isFetching || preview.isError}
      onConfirm={() => issue.mutate({ version: current.version, rules, restores: issued.version })}
      onClose={close}
    >
      <Group>
        <TouchedSlots preview={preview} isReady />
      </Group>
    </ConsequenceDialog>
  )
}
