import { Stack, Text } from '@mantine/core'
import { Panel, ProgressLine, StatusTag } from '@nguon/design'
import type { Sha256 } from '@nguon/domain/platform'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import { bulletinLanguages } from '@nguon/domain/bulletins'
import { SoundPlayer } from '../voice/sound-player.tsx'
import { SpeakerOf } from '../media/speaker-of.tsx'
import { useRenditions } from '../voice/rendition-panel.tsx'
import { approvalWords } from '../words/approval-words.ts'
import { useWords } from '../words/define-words.ts'
import { voiceWords } from '../words/voice-words.ts'
import type { Review } from './review.ts'

/** What will be heard, exactly; it comes first, because it is what people get. */
export function Soundings({
  soundings,
  waitingFor,
  bulletin,
  onHeard,
}: {
  soundings: Review['soundings']
  waitingFor: string | null
  bulletin: BulletinDetails
  onHeard: (sha256: Sha256) => void
}) {
  const words = useWords(approvalWords)
  const voice = useWords(voiceWords)
  const renditions = useRenditions(bulletin.id, bulletin.version).data?.renditions ?? []
  const unfinished = renditions.find(({ state }) => state === 'queued' || state === 'rendering')
  if (soundings.length === 0 && waitingFor === null) return null
  return (
    <Panel title={words.listen}>
      <Stack gap="lg">
        {soundings.map(({ language, audioSha256, seconds }) => {
          const rendition = renditions.find(({ mediaSha256 }) => mediaSha256 === audioSha256)
          return (
            <div key={audioSha256}>
              {bulletin.content.texts.length > 1 && <Text fw={600}>{bulletinLanguages[language]}</Text>}
              <SoundPlayer
                sha256={audioSha256}
                seconds={seconds}
                peaks={rendition?.waveform ?? null}
                label={bulletinLanguages[language]}
                onHeard={() => onHeard(audioSha256)}
              />
              {rendition && (
                <div style={{ marginTop: 12 }}>
                  <StatusTag>{rendition.source === 'machine' ? voice.aiMark : voice.recorded}</StatusTag>
                  {rendition.source === 'recording' && <SpeakerOf sha256={audioSha256} unitId={bulletin.unitId} />}
                </div>
              )}
            </div>
          )
        })}
        {unfinished ? (
          <ProgressLine label={voice.making} share={unfinished.progress} />
        ) : (
          waitingFor && <Text role="status">{words.waiting(waitingFor)}</Text>
        )}
      </Stack>
    </Panel>
  )
}
