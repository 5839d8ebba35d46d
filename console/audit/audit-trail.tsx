import { Button, Text } from '@mantine/core'
import { mayReadAudit } from '@nguon/domain/audit'
import { IconHistory, IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { SearchField } from '../lists/search-field.tsx'
import { useAddressFilter } from '../lists/use-address-filter.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { PrintButton } from '../shell/on-paper.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNumber } from '../time/local-time.ts'
import { auditWords } from '../words/audit-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { AuditRow } from './audit-row.tsx'

export function AuditTrail() {
  const words = useWords(auditWords)
  const { actor, unit } = useWorkplace()
  // The chain runs through all units, so only those verify it who read it all.
  const mayVerify = mayReadAudit(actor, unit.path.slice(0, 1))
  const { read, change, clear, isFiltering } = useAddressFilter(['ve'])
  const subjectId = read('ve').slice(0, 100)
  const found = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: pageOf({ unitId: unit.unitId, limit: 50, ...(subjectId ? { subjectId } : {}) }),
      ...byPages,
    }),
  )
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      action={
        <>
          <PrintButton />
          {mayVerify && <Verify />}
        </>
      }
    >
      <SearchField
        label={words.subject}
        hint={words.subjectHint}
        value={subjectId}
        onFind={text => change('ve', text)}
      />
      <ListFrame
        label={words.title}
        query={found}
        results={words.results}
        empty={{ icon: <IconHistory size={34} />, title: words.emptyTitle, words: words.emptyWords }}
        filter={{ isFiltering, clear, nothing: { title: words.nothingFound }, undo: words.clear }}
        row={line => <AuditRow key={line.id} line={line} about={id => change('ve', id)} />}
      />
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
