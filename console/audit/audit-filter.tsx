import { Select } from '@mantine/core'
import { FoldedFilter } from '../lists/folded-filter.tsx'
import { PeriodFields } from '../lists/period-fields.tsx'
import { SearchField } from '../lists/search-field.tsx'
import { auditWords } from '../words/audit-words.ts'
import { useWords } from '../words/define-words.ts'
import { auditModules, type useAuditFilter } from './use-audit-filter.ts'

export function AuditFilter({ filter }: { filter: ReturnType<typeof useAuditFilter> }) {
  const words = useWords(auditWords)
  const { shown, change } = filter
  const { person, module, from, until, subjectId } = shown
  return (
    <FoldedFilter
      fold={words.filter}
      inUse={Boolean(module ?? from ?? until) || subjectId !== ''}
      search={
        <SearchField
          label={words.person}
          hint={words.personHint}
          value={person}
          onFind={text => change('nguoi', text)}
        />
      }
    >
      <Select
        aria-label={words.module}
        placeholder={words.allModules}
        clearable
        data={auditModules.map(value => ({ value, label: words.modules[value] }))}
        value={module ?? null}
        onChange={value => change('viec', value)}
      />
      <PeriodFields
        labels={{ from: words.fromDay, until: words.untilDay }}
        from={from}
        until={until}
        onChange={(end, day) => change(end === 'from' ? 'tu' : 'den', day)}
      />
      <SearchField
        label={words.subject}
        hint={words.subjectHint}
        value={subjectId}
        onFind={text => change('ve', text)}
      />
    </FoldedFilter>
  )
}
