import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Panel } from '@nguon/design'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import { type BulletinContent, isSpoken } from '@nguon/domain/bulletins'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { VoiceOfPerson } from '../media/voice-of-person.tsx'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNear } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { ReadingPanel } from '../voice/reading-panel.tsx'
import { RenditionPanel } from '../voice/rendition-panel.tsx'
import { useReading } from '../voice/use-reading.ts'
import { VoiceChoice } from '../voice/voice-choice.tsx'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'
import { useLanguage } from '../words/language.ts'
import { AboutFields } from './about-fields.tsx'
import { Attachments } from './attachments.tsx'
import { withText } from './blank-content.ts'
import classes from './bulletin-editor.module.css'
import { LanguageTabs } from './language-tabs.tsx'
import { Links } from './links.tsx'
import { OtherForms } from './other-forms.tsx'
import { ReturnedNotice } from './returned-notice.tsx'
import { StaleDialog } from './stale-dialog.tsx'
import { SubmitDialog } from './submit-dialog.tsx'
import { TextFields } from './text-fields.tsx'
import { useBulletinDraft } from './use-bulletin-draft.ts'
import { useSaveBulletin } from './use-save-bulletin.ts'

/** Written at the left, "đọc là" at the right; on a phone one at a time. `fresh`: what comes from a notice, nothing kept replaces it. */
export function BulletinEditor({
  saved,
  start,
  fresh = false,
}: {
  saved: BulletinDetails | null
  start: BulletinContent
  fresh?: boolean
}) {
  const words = useWords(editorWords)
  const language = useLanguage()
  const navigate = useNavigate()
  const now = useNow()
  const { me } = useWorkplace()
  const draft = useBulletinDraft(me.account.id, saved, start, fresh)
  const { content, setContent } = draft
  const [index, setIndex] = useState(0)
  const text = content.texts[index] ?? content.texts[0]
  const reading = useReading(text)
  const [side, setSide] = useState('write')
  const narrow = useMediaQuery('(max-width: 61.99em)') ?? false
  const [submitting, setSubmitting] = useState(false)
  const { save, stale, resolveStale, listen } = useSaveBulletin(saved, draft, details => {
    if (!saved) void navigate(`/tin/${details.id}`, { replace: true })
  })
  const change = (part: Partial<BulletinContent>) => setContent({ ...content, ...part })
  const changeText = (part: Partial<typeof text>) => setContent(withText(content, index, { ...text, ...part }))
  const languages = <LanguageTabs content={content} index={index} onPick={setIndex} onChange={setContent} />
  const machineReads = text.language === 'vi' && text.recordingSha256 === null
  const state = draft.changed
    ? draft.keptAt
      ? words.keptAt(writeNear(draft.keptAt, now, language))
      : words.notSaved
    : saved && words.allSaved

  return (
    <Screen
      wide
      title={saved ? words.editTitle : words.newTitle}
      lead={<span role="status">{state}</span>}
      back={{ to: '/tin', label: words.toList }}
      action={
        <>
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            {words.save}
          </Button>
          <Button onClick={() => setSubmitting(true)}>{words.submit}</Button>
        </>
      }
    >
      {saved && <ReturnedNotice bulletin={saved} />}
      {draft.restoredAt && (
        <Alert color="spring">
          <Group justify="space-between">
            <Text>{words.restored(writeNear(draft.restoredAt, now, language))}</Text>
            <Button variant="default" onClick={draft.dropRestored}>
              {words.dropRestored}
            </Button>
          </Group>
        </Alert>
      )}
      {!stale && <ProblemNotice error={save.error ?? listen.error} />}
      {content.texts.length > 1 && languages}
      {narrow && (
        <SegmentedControl
          fullWidth
          value={side}
          onChange={setSide}
          data={[
            { value: 'write', label: words.write },
            { value: 'read', label: words.readAs },
          ]}
        />
      )}
      <div className={classes['sides']}>
        {/* The half that is not shown stays: something may be on its way there. */}
        <Stack gap="lg" display={narrow && side !== 'write' ? 'none' : 'flex'}>
          <Panel>
            <TextFields text={text} onChange={changeText} />
            {content.texts.length === 1 && languages}
          </Panel>
          <Panel title={words.about}>
            <AboutFields content={content} onChange={change} />
          </Panel>
          <Panel title={words.otherForms}>
            <OtherForms content={content} onChange={change} />
          </Panel>
          <Panel title={words.attachments}>
            <Attachments
              attachments={content.attachments}
              onChange={attachments => change({ attachments: [...attachments] })}
            />
          </Panel>
          <Panel title={words.links}>
            <Links links={content.links} onChange={links => change({ links })} />
          </Panel>
        </Stack>
        <Stack gap="lg" className={classes['reading'] ?? ''} display={narrow && side !== 'read' ? 'none' : 'flex'}>
          {machineReads && (
            <ReadingPanel text={text} reading={reading} decide={readingDecisions => changeText({ readingDecisions })} />
          )}
          <Panel title={words.voiceTitle}>
            <Stack>
              {machineReads && <VoiceChoice text={text} onChange={changeText} />}
              <VoiceOfPerson
                title={text.title}
                sha256={text.recordingSha256}
                onChange={recordingSha256 => changeText({ recordingSha256 })}
              />
            </Stack>
          </Panel>
          {saved && (
            <RenditionPanel
              id={saved.id}
              version={saved.version}
              onMake={() => listen.mutate()}
              making={listen.isPending}
            />
          )}
        </Stack>
      </div>
      <SubmitDialog
        opened={submitting}
        content={content}
        undecided={machineReads && isSpoken(content.kind) ? reading.undecided.length : 0}
        reading={reading}
        onSave={save.mutateAsync}
        onClose={() => setSubmitting(false)}
      />
      {stale && <StaleDialog mine={content} theirs={stale} onResolve={resolveStale} />}
    </Screen>
  )
}
