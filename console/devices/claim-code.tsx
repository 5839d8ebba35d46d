import { Button, CopyButton, Group, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { Instant } from '@nguon/domain/platform'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { writeInstant } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'

/** Shown this one time, large enough to be read across a cabinet, and to be printed with the name of the device. */
export function ClaimCode({
  claim,
  deviceName,
  children,
}: {
  claim: { readonly code: string; readonly expiresAt: Instant }
  deviceName: string
  children?: ReactNode
}) {
  const words = useWords(deviceWords)
  return (
    <Panel title={words.claimTitle} tone="accent">
      <Text>{words.claimLead}</Text>
      <Text fw={500} mt="md">
        {deviceName}
      </Text>
      <Text role="status" className="tabular" fz={{ base: 30, xs: 40 }} fw={600} lh={1.4} style={{ letterSpacing: 2 }}>
        {claim.code}
      </Text>
      <Text c="var(--ink-soft)" mb="lg">
        {words.claimUntil(writeInstant(claim.expiresAt))}
      </Text>
      <Group>
        <CopyButton value={claim.code}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy aria-hidden size={20} />} onClick={copy}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" leftSection={<IconPrinter aria-hidden size={20} />} onClick={() => print()}>
          {words.print}
        </Button>
        {children}
      </Group>
    </Panel>
  )
}
