import { SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core'
import type { BulletinText } from '@nguon/domain/bulletins'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useWords } from '../words/define-words.ts'
import { voiceWords } from '../words/voice-words.ts'

const speeds = ['0.85', '1', '1.15'] as const

/** Which machine voice reads, how fast, and with how much room between the phrases. */
export function VoiceChoice({
  text,
  onChange,
}: {
  text: Pick<BulletinText, 'voiceId' | 'speed' | 'longerPauses'>
  onChange: (part: Pick<Partial<BulletinText>, 'voiceId' | 'speed' | 'longerPauses'>) => void
}) {
  const words = useWords(voiceWords)
  const { data } = useQuery(api.voice.voices.queryOptions({ staleTime: 300_000 }))
  const voices = data?.voices ?? []
  const names = [words.slower, words.usual, words.faster]
  return (
    <Stack gap="sm">
      <Select
        label={words.voice}
        placeholder={words.usualVoice}
        clearable
        data={voices.map(({ id, name, region, usual }) => ({
          value: id,
          label: [name, region && words.regions[region], usual && `(${words.usualVoice})`].filter(Boolean).join(' · '),
        }))}
        value={text.voiceId}
        onChange={voiceId => onChange({ voiceId })}
      />
      <div>
        <Text fw={500} mb={4}>
          {words.speed}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={words.speed}
          value={speeds.find(speed => Number(speed) === text.speed) ?? '1'}
          onChange={speed => onChange({ speed: Number(speed) })}
          data={speeds.map((value, index) => ({ value, label: names[index] ?? value }))}
        />
      </div>
      <Switch
        size="md"
        label={words.longerPauses}
        description={words.longerPausesHint}
        checked={text.longerPauses}
        onChange={event => onChange({ longerPauses: event.currentTarget.checked })}
      />
    </Stack>
  )
}
