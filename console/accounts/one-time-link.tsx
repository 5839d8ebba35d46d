import { Button, Code, CopyButton, Group, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { Instant } from '@nguon/domain/platform'
import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { writeInstant } from '../time/local-time.ts'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'

/** The only time the link is seen: to be handed over, never to be stored. */
export function OneTimeLink({
  link,
  name,
  children,
}: {
  link: { readonly path: string; readonly expiresAt: Instant }
  name: string
  children?: ReactNode
}) {
  const words = useWords(accountWords)
  const address = new URL(link.path, location.origin).href
  return (
    <Panel title={words.linkTitle} tone="accent">
      <Text mb="md">{words.linkLead(name)}</Text>
      <Code block fz="md" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {address}
      </Code>
      <Text c="var(--ink-soft)" my="md">
        {words.linkUntil(writeInstant(link.expiresAt))}
      </Text>
      <Group>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy aria-hidden size={20} />} onClick={copy}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        {children}
      </Group>
    </Panel>
  )
}
