import { Button, Divider, Group, Stack, Text } from '@mantine/core'
import { type Citation, readCitation, type RuleName, type UnitRules, writeCitation } from '@nguon/domain/rules'
import { useState } from 'react'
import { isProblem } from '../api/problem.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'
import { CitationFields } from './citation-fields.tsx'
import { TouchedSlots, useTouchedSlots } from './touched-slots.tsx'
import { type DraftedRules, draftOf, useIssueRules } from './use-issue-rules.ts'
import { RuleFields } from './rule-fields.tsx'

/** Changes one rule in its place: what it says, the article it rests on, what it will do to saved slots, then the issue. */
export function RuleEditor({
  name,
  version,
  rules,
  close,
}: {
  name: RuleName
  version: number
  rules: UnitRules | null
  close: () => void
}) {
  const words = useWords(rulesWords)
  const [value, setValue] = useState<unknown>(rules?.[name]?.value ?? null)
  const [citation, setCitation] = useState<Citation>(() => citationFor(rules, name))
  const [dropping, setDropping] = useState(false)
  const issue = useIssueRules({ before: rules, onIssued: close })
  const written = writeCitation(citation)
  const isComplete = value !== null && citation.article.trim() !== '' && citation.number.trim() !== ''
  const ruled = dropping ? null : { value, citation: written }
  const draft =
    dropping || isComplete || isUnchanged(rules, name, value, written)
      ? ({ ...draftOf(rules), [name]: ruled } as DraftedRules)
      : null
  const preview = useTouchedSlots(draft && { rules: draft })
  const isStale = isProblem(issue.error, 'STALE_VERSION')
  return (
    <Stack gap="md" role="group" aria-label={words.names[name]}>
      <Divider />
      {dropping ? (
        <Text>{words.dropped}</Text>
      ) : (
        <>
          <RuleFields name={name} value={value} change={setValue} />
          <CitationFields citation={citation} change={setCitation} />
        </>
      )}
      <TouchedSlots preview={preview} isReady={draft !== null} />
      {isStale ? (
        <Text role="alert" c="var(--caution-ink)">
          {words.stale}
        </Text>
      ) : (
        <ProblemNotice error={issue.error} />
      )}
      <Group justify="space-between">
        <Group>
          <Button
            loading={issue.isPending}
            disabled={draft === null || !preview.data || preview.isFetching || preview.isError}
            onClick={() => draft && issue.mutate({ version, rules: draft })}
          >
            {words.issue}
          </Button>
          <Button variant="default" onClick={close}>
            {words.close}
          </Button>
        </Group>
        {rules?.[name] && !dropping && (
          <Button variant="subtle" color="alert" onClick={() => setDropping(true)}>
            {words.drop}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

/** Its own; for a rule that is new the document of the unit's other rules, and the article to be entered. */
function citationFor(rules: UnitRules | null, name: RuleName): Citation {
  const own = rules?.[name]
  if (own) return readCitation(own.citation)
  const others = Object.values(rules ?? {}).flatMap(rule =>
    rule !== null && typeof rule === 'object' ? [readCitation(rule.citation)] : [],
  )
  const { number = '', day = null } = others.find(other => other.number !== '') ?? {}
  return { article: '', number, day }
}

/** A citation written in words of its own, before numbers were asked for, stands until somebody changes it. */
function isUnchanged(rules: UnitRules | null, name: RuleName, value: unknown, citation: string): boolean {
  return value !== null && citation !== '' && rules?.[name]?.citation === citation
}
