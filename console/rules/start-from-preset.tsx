import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { Day } from '@nguon/domain/platform'
import { mayRule, presetRules, type RulePreset, type UnitRules, writeCitation } from '@nguon/domain/rules'
import { useState } from 'react'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { rulesWords } from '../words/rules-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { DocumentFields } from './citation-fields.tsx'
import { TouchedSlots, useTouchedSlots } from './touched-slots.tsx'
import { type DraftedRules, draftOf, useIssueRules } from './use-issue-rules.ts'
import { writeRule } from './write-rule.ts'

const presetNames = ['maximumSessionsPerDay', 'minutesPerSession', 'silentDays'] as const

/** Two ways to begin: what most towns and most villages have. Only for whoever may rule, while the unit has none of them. */
export function StartFromPreset({ version, rules }: { version: number; rules: UnitRules | null }) {
  const words = useWords(rulesWords)
  const { actor, unit } = useWorkplace()
  const [preset, setPreset] = useState<RulePreset | null>(null)
  if (!mayRule(actor, unit.path) || presetNames.some(name => rules?.[name])) return null
  return (
    <Panel title={words.presets}>
      <Stack gap="sm">
        <Text c="var(--ink-soft)">{words.presetsWords}</Text>
        <Group gap="sm">
          {(['urban', 'rural'] as const).map(name => (
            <Button key={name} variant="default" onClick={() => setPreset(name)}>
              {words[name]}
            </Button>
          ))}
        </Group>
      </Stack>
      {preset && <IssuePreset preset={preset} version={version} rules={rules} close={() => setPreset(null)} />}
    </Panel>
  )
}

type Articles = Readonly<Partial<Record<(typeof presetNames)[number], string>>>

function IssuePreset({
  preset,
  version,
  rules,
  close,
}: {
  preset: RulePreset
  version: number
  rules: UnitRules | null
  close: () => void
}) {
  const words = useWords(rulesWords)
  const shell = useWords(shellWords)
  const language = useLanguage()
  const { unit } = useWorkplace()
  const [articles, setArticles] = useState<Articles>({})
  const [number, setNumber] = useState('')
  const [day, setDay] = useState<Day | null>(null)
  const issue = useIssueRules({ before: rules, onIssued: close })
  const filled = presetRules(preset, unit.unitId, '')
  const names = presetNames.filter(name => filled[name] !== null)
  const cited = names.map(name => {
    const citation = writeCitation({ article: articles[name] ?? '', number, day })
    return [name, { ...filled[name], citation }] as const
  })
  const isComplete = number !== '' && names.every(name => (articles[name] ?? '').trim() !== '')
  const draft = isComplete ? ({ ...draftOf(rules), ...Object.fromEntries(cited) } as DraftedRules) : null
  const preview = useTouchedSlots(draft && { rules: draft })
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={words.presetTitle[preset]}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <Stack>
        <DocumentFields number={number} day={day} change={{ number: setNumber, day: setDay }} />
        {names.map(name => (
          <TextInput
            key={name}
            label={`${writeRule(filled, name, language)}: ${words.article}`}
            description={words.articleHint}
            required
            maxLength={300}
            value={articles[name] ?? ''}
            onChange={event => setArticles({ ...articles, [name]: event.currentTarget.value })}
          />
        ))}
        <TouchedSlots preview={preview} isReady={draft !== null} />
        <ProblemNotice error={issue.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {words.close}
          </Button>
          <Button
            loading={issue.isPending}
            disabled={draft === null || !preview.data || preview.isFetching || preview.isError}
            onClick={() => draft && issue.mutate({ version, rules: draft })}
          >
            {words.issue}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
