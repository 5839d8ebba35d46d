import { Button, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { EmptyState, Panel, RowList } from '@nguon/design'
import { mayReadAudit } from '@nguon/domain/audit'
import { IconHistory, IconSearch, IconShieldCheck } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { MoreButton } from '../shell/more-button.tsx'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNumber } from '../time/local-time.ts'
import { auditWords } from '../words/audit-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { AuditRow } from './audit-row.tsx'

export function AuditTrail() {
  const words = useWords(auditWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  // The chain runs through all units, so only those verify it who read it all.
  const mayVerify = mayReadAudit(actor, unit.path.slice(0, 1))
  const [parameters, setParameters] = useSearchParams()
  const subjectId = parameters.get('ve')?.slice(0, 100) ?? ''
  const [typed, setTyped] = useState(subjectId)
  const about = (id: string) => {
    setTyped(id)
    setParameters(id ? { ve: id } : {}, { replace: true })
  }
  const find = useDebouncedCallback((text: string) => about(text.trim()), 350)
  const found = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        unitId: unit.unitId,
        limit: 50,
        ...(subjectId ? { subjectId } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Screen title={words.title} lead={words.lead} action={mayVerify && <Verify />}>
      <TextInput
        type="search"
        aria-label={words.subject}
        placeholder={words.subjectHint}
        leftSection={<IconSearch aria-hidden size={20} />}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          find(event.currentTarget.value)
        }}
      />
      <Panel flush>
        <Loaded query={found} lines={8}>
          {({ pages }) => {
            const lines = pages.flatMap(page => page.items)
            const total = pages[0]?.total
            if (lines.length === 0 && subjectId) {
              return (
                <EmptyState
                  title={words.nothingFound}
                  action={
                    <Button variant="default" onClick={() => about('')}>
                      {words.clear}
                    </Button>
                  }
                />
              )
            }
            if (lines.length === 0) {
              return (
                <EmptyState icon={<IconHistory size={34} />} title={words.emptyTitle}>
                  {words.emptyWords}
                </EmptyState>
              )
            }
            return (
              <>
                {total !== undefined && (
                  <Text role="status" size="sm" c="var(--ink-soft)" px="lg" pt="md">
                    {words.results(writeNumber(total, language))}
                  </Text>
                )}
                <RowList label={words.title}>
                  {lines.map(line => (
                    <AuditRow key={line.id} line={line} about={about} />
                  ))}
                </RowList>
              </>
            )
          }}
        </Loaded>
      </Panel>
      <MoreButton query={found} />
    </Screen>
  )
}

/** Goes through the whole chain; what it found stands where it was asked. */
function Verify() {
  const words = useWords(auditWords)
  const language = useLanguage()
  const verify = useMutation(api.audit.verify.mutationOptions())
  const result = verify.data
  return (
    <div>
      <Button
        variant="default"
        loading={verify.isPending}
        leftSection={<IconShieldCheck aria-hidden size={22} />}
        onClick={() => verify.mutate({})}
      >
        {words.verify}
      </Button>
      <div role="status">
        {result && (
          <Text mt="xs" maw={420} fw={500} c={result.broken ? 'var(--alert-ink)' : 'var(--good-ink)'}>
            {result.broken
              ? words[result.broken.reason](String(result.broken.seq))
              : words.whole(writeNumber(result.lines, language))}
          </Text>
        )}
      </div>
      <ProblemNotice error={verify.error} />
    </div>
  )
}
