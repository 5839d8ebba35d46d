import { Button, Group } from '@mantine/core'
import { ruleNames } from '@nguon/domain/rules'
import { IconCalendar, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'
import { QuietPlaces } from '../quiet-places/quiet-places.tsx'
import { RuleCard } from './rule-card.tsx'
import { StartFromPreset } from './start-from-preset.tsx'

/** One card for each rule: what the unit says, what holds from above, and the way to change it. */
export function RulesPage() {
  const words = useWords(rulesWords)
  const { unit } = useWorkplace()
  const query = useQuery(api.rules.read.queryOptions({ input: { unitId: unit.unitId } }))
  return (
    <Screen title={words.title} lead={words.lead}>
      <Group gap="sm">
        <Button
          component={Link}
          to="/quy-che/lich-su"
          variant="default"
          leftSection={<IconHistory aria-hidden size={20} />}
        >
          {words.history}
        </Button>
        <Button component={Link} to="/lich-nam" variant="default" leftSection={<IconCalendar aria-hidden size={20} />}>
          {words.calendar}
        </Button>
      </Group>
      <Loaded query={query} lines={8}>
        {found => (
          <>
            <StartFromPreset version={found.version} rules={found.rules} />
            {ruleNames.map(name => (
              <RuleCard key={name} name={name} {...found} />
            ))}
            <QuietPlaces places={found.quietPlaces} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}
