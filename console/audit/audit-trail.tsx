import { Button, Text } from '@mantine/core'
import { mayVerifyAudit } from '@nguon/domain/audit'
import { IconHistory, IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { PrintButton } from '../shell/on-paper.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNumber } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { auditWords } from '../words/audit-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { AuditFilter } from './audit-filter.tsx'
import { AuditRow } from './audit-row.tsx'
import { SaveTrail } from './save-trail.tsx'
import { useAuditFilter } from './use-audit-filter.ts'

export function AuditTrail() {
  const words = useWords(auditWords)
  const { actor, unit } = useWorkplace()
  const { nameOf } = useUnits()
  const filter = useAuditFilter()
  const found = useInfiniteQuery(
    api.audit.list.infiniteOptions({ input: pageOf({ unitId: unit.unitId, limit: 50, ...filter.wish }), ...byPages }),
  )
  const top = unit.path[0]
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      action={
        <>
          <PrintButton />
          <SaveTrail unitId={unit.unitId} wish={filter.wish} />
          {mayVerifyAudit(actor) && <Verify />}
        </>
      }
    >
      {!mayVerifyAudit(actor) && top && (
        <Text size="sm" c="var(--ink-soft)">
          {words.whoVerifies(nameOf(top))}
        </Text>
      )}
      <AuditFilter filter={filter} />
      <ListFrame
        label={words.title}
        query={found}
        results={words.results}
        empty={{ icon: <IconHistory size={34} />, title: words.emptyTitle, words: words.emptyWords }}
        filter={{
          isFiltering: filter.isFiltering,
          clear: filter.clear,
          nothing: { title: words.nothingFound },
          undo: words.clear,
        }}
        row={line => <AuditRow key={line.id} line={line} about={id => filter.change('ve', id)} />}
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
