import { Radio, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { Day } from '@nguon/domain/platform'
import { writeDay, writeWeekday } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { slotWords } from '../words/slot-words.ts'

export type Scope = 'only' | 'onwards' | 'all'

/** Of a recurring slot: the one occurrence, that one and those after it, or all that have not played. */
export function ChooseScope({ day, scope, choose }: { day: Day; scope: Scope; choose: (scope: Scope) => void }) {
  const words = useWords(slotWords)
  const language = useLanguage()
  const named = `${writeWeekday(day, language)} ${writeDay(day)}`
  return (
    <Panel title={words.scope}>
      <Radio.Group aria-label={words.scope} value={scope} onChange={value => choose(value)}>
        <Stack gap="sm">
          <Radio value="only" label={words.onlyThis(named)} />
          <Radio value="onwards" label={words.onwards(named)} />
          <Radio value="all" label={words.allOfThem} />
        </Stack>
      </Radio.Group>
      <Text size="sm" c="var(--ink-soft)" mt="sm">
        {words.scopeKeeps}
      </Text>
    </Panel>
  )
}
