import { Button, Stack, Text } from '@mantine/core'
import { Panel, ProgressLine, StatusTag } from '@nguon/design'
import type { Rendition } from '@nguon/contract/voice'
import { bulletinLanguages } from '@nguon/domain/bulletins'
import type { BulletinId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { refusalSentence } from '../words/refusal-sentence.ts'
import { voiceWords } from '../words/voice-words.ts'
import { SoundPlayer } from './sound-player.tsx'

const pollMilliseconds = 1000

/** How each language of the current version sounds; while it is being made, how far it is. */
export function RenditionPanel({
  id,
  version,
  onMake,
  making = false,
}: {
  id: BulletinId
  version: number
  /** Makes the sound (again). Left out where one only listens. */
  onMake?: () => void
  making?: boolean
}) {
  const words = useWords(voiceWords)
  const language = useLanguage()
  const { data } = useRenditions(id, version)
  const renditions = data?.renditions ?? []
  return (
    <Panel title={words.sound}>
      <Stack gap="lg">
        {renditions.length === 0 && (
          <>
            <Text c="var(--ink-soft)">{onMake ? words.listenLead : words.noSound}</Text>
            {onMake && (
              <div>
                <Button variant="default" loading={making} onClick={onMake}>
                  {words.listen}
                </Button>
              </div>
            )}
          </>
        )}
        {renditions.map(rendition => (
          <Stack key={rendition.id} gap="sm">
            {renditions.length > 1 && <Text fw={600}>{bulletinLanguages[rendition.language]}</Text>}
            <RenditionState rendition={rendition} />
            {rendition.state === 'failed' && (
              <>
                <Text role="alert" c="var(--alert-ink)">
                  {rendition.refusal ? refusalSentence(rendition.refusal, language) : words.failed}
                </Text>
                {onMake && (
                  <div>
                    <Button variant="default" loading={making} onClick={onMake}>
                      {words.again}
                    </Button>
                  </div>
                )}
              </>
            )}
          </Stack>
        ))}
      </Stack>
    </Panel>
  )
}

export function useRenditions(id: BulletinId, version: number) {
  return useQuery(
    api.voice.renditions.queryOptions({
      input: { id },
      // A new version has other sounds under the same bulletin.
      queryKey: [...api.voice.renditions.queryKey({ input: { id } }), version],
      refetchInterval: query =>
        query.state.data?.renditions.some(({ state }) => state === 'queued' || state === 'rendering')
          ? pollMilliseconds
          : false,
    }),
  )
}

function RenditionState({ rendition }: { rendition: Rendition }) {
  const words = useWords(voiceWords)
  const { state, mediaSha256, seconds, waveform, source, language, progress } = rendition
  if (state === 'queued') return <ProgressLine label={words.queued} share={0} />
  if (state === 'rendering') return <ProgressLine label={words.making} share={progress} />
  if (state === 'failed' || mediaSha256 === null) return null
  return (
    <>
      <SoundPlayer sha256={mediaSha256} seconds={seconds ?? 0} peaks={waveform} label={bulletinLanguages[language]} />
      <div>
        <StatusTag>{source === 'machine' ? words.aiMark : words.recorded}</StatusTag>
      </div>
    </>
  )
}
