import { Anchor, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { BulletinContent } from '@nguon/domain/bulletins'
import { bulletinActWords } from '../words/bulletin-act-words.ts'
import { useWords } from '../words/define-words.ts'
import { mediaWords } from '../words/media-words.ts'

/** Pictures, documents and links that go with the text; nothing when there are none. */
export function Material({ content }: { content: Pick<BulletinContent, 'attachments' | 'links'> }) {
  const words = useWords(bulletinActWords)
  const { kinds } = useWords(mediaWords)
  const { attachments, links } = content
  if (attachments.length + links.length === 0) return null
  return (
    <Panel title={words.material}>
      <Stack>
        {attachments.map(({ mediaSha256, kind, title, description }) => (
          <div key={mediaSha256}>
            {kind === 'image' && (
              <img
                src={`/media/${mediaSha256}`}
                alt={description || title}
                style={{ display: 'block', maxWidth: '100%', maxHeight: 360, borderRadius: 10 }}
              />
            )}
            <Anchor href={`/media/${mediaSha256}`} target="_blank" rel="noreferrer">
              {title || kinds[kind]}
            </Anchor>
            {description && <Text c="var(--ink-soft)">{description}</Text>}
          </div>
        ))}
        {links.map(({ url, title }) => (
          <Anchor key={url} href={url} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
            {title || url}
          </Anchor>
        ))}
      </Stack>
    </Panel>
  )
}
