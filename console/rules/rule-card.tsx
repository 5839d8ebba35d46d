import { Button, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import { defaultQuietHours, mayRule, type RuleName, type UnitRules } from '@nguon/domain/rules'
import { useState } from 'react'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { rulesWords } from '../words/rules-words.ts'
import { RuleEditor } from './rule-editor.tsx'
import { writeCitedRule, writeHours } from './write-rule.ts'

/** One rule in plain sentences: the unit's own and those of the units above, each with its citation. */
export function RuleCard({
  name,
  version,
  rules,
  above,
}: {
  name: RuleName
  version: number
  rules: UnitRules | null
  above: readonly UnitRules[]
}) {
  const words = useWords(rulesWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const { nameOf } = useUnits()
  const [editing, setEditing] = useState(false)
  const own = rules && writeCitedRule(rules, name, language)
  const higher = above.flatMap(one => {
    const sentence = writeCitedRule(one, name, language)
    return sentence === null ? [] : [{ unitId: one.unitId, sentence }]
  })
  const nothing =
    higher.length > 0
      ? words.none
      : name === 'quietHours'
        ? words.byDefault(writeHours(defaultQuietHours, language))
        : words.noLimit
  const edit = mayRule(actor, unit.path) && !editing && (
    <Button
      variant="default"
      aria-label={`${own ? words.edit : words.set}: ${words.names[name]}`}
      onClick={() => setEditing(true)}
    >
      {own ? words.edit : words.set}
    </Button>
  )
  return (
    <Panel title={words.names[name]} aside={edit}>
      <Stack gap="sm">
        {own ? <Text fw={500}>{own}</Text> : <Text c="var(--ink-soft)">{nothing}</Text>}
        {higher.map(({ unitId, sentence }) => (
          <div key={unitId}>
            <Text size="sm" c="var(--ink-soft)">
              {words.holdsFromAbove(nameOf(unitId))}
            </Text>
            <Text>{sentence}</Text>
          </div>
        ))}
        {editing && <RuleEditor name={name} version={version} rules={rules} close={() => setEditing(false)} />}
      </Stack>
    </Panel>
  )
}
