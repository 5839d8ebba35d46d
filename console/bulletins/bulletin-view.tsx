import { Alert, Group, Stack, Text } from '@mantine/core'
import { FactList, Panel } from '@nguon/design'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import { bulletinLanguages, isSpoken, topicOf } from '@nguon/domain/bulletins'
import { Screen } from '../shell/screen.tsx'
import { writeInstant } from '../time/local-time.ts'
import { ReadingPanel } from '../voice/reading-panel.tsx'
import { RenditionPanel } from '../voice/rendition-panel.tsx'
import { useReading } from '../voice/use-reading.ts'
import { bulletinActWords } from '../words/bulletin-act-words.ts'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'
import { useLanguage } from '../words/language.ts'
import { BulletinActs } from './bulletin-acts.tsx'
import { BulletinClassTag, BulletinStateTag } from './bulletin-tags.tsx'
import { Decisions } from './decisions.tsx'
import { History } from './history.tsx'
import { Material } from './material.tsx'
import { OtherFormsShown } from './other-forms-shown.tsx'

/** A bulletin as it stands: what is written, how it sounds, what was decided, and what can be done with it. */
export function BulletinView({ details, onEdit }: { details: BulletinDetails; onEdit: () => void }) {
  const words = useWords(bulletinActWords)
  const { toList } = useWords(editorWords)
  const { content, state, reason } = details
  const [main] = content.texts
  return (
    <Screen
      title={main.title}
      lead={
        <Group gap="xs" mt={4}>
          <BulletinStateTag state={state} />
          <BulletinClassTag class={content.class} />
        </Group>
      }
      back={{ to: '/tin', label: toList }}
      action={<BulletinActs details={details} onEdit={onEdit} />}
    >
      {reason && (state === 'returned' || state === 'withdrawn') && (
        <Alert color="caution" title={state === 'returned' ? words.returnedReason : words.withdrawnReason}>
          {reason}
        </Alert>
      )}
      {isSpoken(content.kind) && <RenditionPanel id={details.id} version={details.version} />}
      <Panel title={words.content}>
        <Stack>
          {content.texts.map(text => (
            <div key={text.language} lang={text.language}>
              {content.texts.length > 1 && <Text fw={600}>{bulletinLanguages[text.language]}</Text>}
              <Text style={{ whiteSpace: 'pre-wrap' }}>{text.body}</Text>
            </div>
          ))}
        </Stack>
      </Panel>
      {main.language === 'vi' && main.recordingSha256 === null && <MainReading details={details} />}
      <Panel title={words.about}>
        <Facts details={details} />
      </Panel>
      <OtherFormsShown content={content} />
      <Material content={content} />
      <Decisions id={details.id} version={details.version} />
      <History id={details.id} version={details.version} />
    </Screen>
  )
}

function MainReading({ details }: { details: BulletinDetails }) {
  const [text] = details.content.texts
  return <ReadingPanel text={text} reading={useReading(text)} />
}

function Facts({ details }: { details: BulletinDetails }) {
  const words = useWords(bulletinActWords)
  const fields = useWords(editorWords)
  const language = useLanguage()
  const { content } = details
  const at = (instant: typeof details.submittedAt) => (instant === null ? null : writeInstant(instant))
  return (
    <FactList
      facts={[
        [fields.topic, topicOf(content.topicId)?.[language]],
        [fields.documentNumber, content.documentNumber],
        [fields.summary, content.texts[0].summary],
        [fields.origin, content.origin],
        [fields.author, content.author],
        [fields.penName, content.penName],
        [fields.place, content.place],
        [fields.concerns, content.concerns],
        [words.validFrom, at(content.validFrom)],
        [words.validUntil, at(content.validUntil)],
        [words.writer, details.writerName],
        [words.submittedAt, at(details.submittedAt)],
        [words.publishedAt, at(details.publishedAt)],
      ]}
    />
  )
}
