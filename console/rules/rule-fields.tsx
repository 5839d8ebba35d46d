import { NumberInput } from '@mantine/core'
import type { BroadcastWindow, Hours, RuleName, SilentDays } from '@nguon/domain/rules'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'
import { HoursFields } from './hours-fields.tsx'
import { SilentDaysFields } from './silent-days-fields.tsx'
import { VolumeFields } from './volume-fields.tsx'

/** What a rule of this name is made of. Gives null while something is left to fill in. */
export function RuleFields({
  name,
  value,
  change,
}: {
  name: RuleName
  value: unknown
  change: (value: unknown) => void
}) {
  const words = useWords(rulesWords)
  switch (name) {
    case 'quietHours':
      return <HoursFields value={value as readonly Hours[] | null} change={change} />
    case 'broadcastWindows':
      return <HoursFields value={value as readonly BroadcastWindow[] | null} change={change} withWeekdays />
    case 'silentDays':
      return <SilentDaysFields value={value as SilentDays | null} change={change} />
    case 'maximumVolumeByHour':
      return <VolumeFields value={value as readonly number[] | null} change={change} />
    case 'maximumSessionsPerDay':
    case 'minutesPerSession': {
      const isSessions = name === 'maximumSessionsPerDay'
      return (
        <NumberInput
          label={isSessions ? words.sessions : words.minutesOfSession}
          required
          min={1}
          max={isSessions ? 48 : 1440}
          allowDecimal={false}
          maw={320}
          value={(value as number | null) ?? ''}
          onChange={given => change(typeof given === 'number' && given >= 1 ? Math.round(given) : null)}
        />
      )
    }
  }
}
