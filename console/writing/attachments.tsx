import { ActionIcon, Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core'
import type { Attachment } from '@nguon/domain/bulletins'
import { IconPaperclip, IconTrash } from '@tabler/icons-react'
import { FromLibrary } from '../media/from-library.tsx'
import { UploadProgress } from '../media/upload-progress.tsx'
import { useUpload } from '../media/use-upload.ts'
import { useWords } from '../words/define-words.ts'
import { mediaWords } from '../words/media-words.ts'
import classes from './attachments.module.css'

/** Pictures and documents that go with the bulletin. */
export function Attachments({
  attachments,
  onChange,
}: {
  attachments: readonly Attachment[]
  onChange: (attachments: readonly Attachment[]) => void
}) {
  const words = useWords(mediaWords)
  const upload = useUpload(item => {
    if (item.sha256 === null) return
    onChange([...attachments, { mediaSha256: item.sha256, kind: item.kind, title: item.title, description: '' }])
  })
  const describe = (at: number, description: string) =>
    onChange(attachments.map((attachment, index) => (index === at ? { ...attachment, description } : attachment)))
  return (
    <Stack>
      {attachments.map((attachment, at) => (
        <div key={attachment.mediaSha256} className={classes['attachment']}>
          {attachment.kind === 'image' && (
            <img src={`/media/${attachment.mediaSha256}`} alt={attachment.description} className={classes['picture']} />
          )}
          <div className={classes['words']}>
            <Text fw={500}>{attachment.title}</Text>
            <Text size="sm" c="var(--ink-soft)">
              {words.kinds[attachment.kind]}
            </Text>
            {attachment.kind === 'image' && (
              <TextInput
                mt="xs"
                label={words.description}
                description={words.descriptionHint}
                value={attachment.description}
                onChange={event => describe(at, event.currentTarget.value)}
              />
            )}
          </div>
          <ActionIcon
            aria-label={words.remove(attachment.title)}
            onClick={() => onChange(attachments.filter((_, index) => index !== at))}
          >
            <IconTrash aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <UploadProgress state={upload.state} onRetry={wish => void upload.start(wish)} onForget={upload.forget} />
      {upload.state.step === 'idle' && (
        <Group>
          <FileButton
            accept="image/jpeg,image/png,image/webp,image/gif,video/mp4,video/webm,.pdf,.docx,.xlsx,.pptx,.odt,.ods"
            onChange={file =>
              file && void upload.start({ file, kind: kindOfFile(file), source: 'upload', title: file.name })
            }
          >
            {props => (
              <Button variant="default" leftSection={<IconPaperclip aria-hidden size={22} />} {...props}>
                {words.addFile}
              </Button>
            )}
          </FileButton>
          <FromLibrary
            usableAs="attachment"
            onTake={({ sha256, kind, title }) => {
              if (sha256 === null || attachments.some(({ mediaSha256 }) => mediaSha256 === sha256)) return
              onChange([...attachments, { mediaSha256: sha256, kind, title, description: '' }])
            }}
          />
        </Group>
      )}
    </Stack>
  )
}

/** By what the machine calls it; the server judges by the bytes. */
function kindOfFile(file: File): Attachment['kind'] {
  if (file.type.startsWith('image/')) return 'image'
  return file.type.startsWith('video/') ? 'video' : 'document'
}
