import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core'
import type { Link } from '@nguon/domain/bulletins'
import { IconLink, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'

const most = 30

/** Addresses that go with the bulletin, for pages and boards. */
export function Links({ links, onChange }: { links: readonly Link[]; onChange: (links: readonly Link[]) => void }) {
  const words = useWords(editorWords)
  const [typed, setTyped] = useState({ url: '', title: '' })
  const isAddress = /^https?:\/\/\S+\.\S+$/.test(typed.url.trim())
  const add = () => {
    onChange([...links, { url: typed.url.trim(), title: typed.title.trim() }])
    setTyped({ url: '', title: '' })
  }
  return (
    <Stack>
      {links.map((link, at) => (
        <Group key={link.url} justify="space-between" wrap="nowrap">
          <span style={{ overflowWrap: 'anywhere' }}>{link.title ? `${link.title}: ${link.url}` : link.url}</span>
          <ActionIcon
            aria-label={words.removeLink(link.title || link.url)}
            onClick={() => onChange(links.filter((_, index) => index !== at))}
          >
            <IconTrash aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {links.length < most && (
        <>
          <TextInput
            label={words.linkAddress}
            placeholder="https://"
            inputMode="url"
            maxLength={2000}
            value={typed.url}
            error={typed.url.trim() !== '' && !isAddress && words.linkFault}
            onChange={event => setTyped({ ...typed, url: event.currentTarget.value })}
          />
          <TextInput
            label={words.linkTitle}
            maxLength={300}
            value={typed.title}
            onChange={event => setTyped({ ...typed, title: event.currentTarget.value })}
          />
          <div>
            <Button
              variant="default"
              leftSection={<IconLink aria-hidden size={22} />}
              disabled={!isAddress || links.some(({ url }) => url === typed.url.trim())}
              onClick={add}
            >
              {words.addLink}
            </Button>
          </div>
        </>
      )}
    </Stack>
  )
}
