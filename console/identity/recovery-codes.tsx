import { SimpleGrid, Text } from '@mantine/core'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'

export function RecoveryCodes({ codes, numbered }: { codes: readonly string[]; numbered: boolean }) {
  const words = useWords(identityWords)
  return (
    <div>
      <Text fw={600}>
        {numbered && '2. '}
        {words.recoveryCodes}
      </Text>
      <Text size="sm" c="var(--ink-soft)" mb="xs">
        {words.recoveryLead}
      </Text>
      <SimpleGrid cols={2} spacing="xs" className="tabular">
        {codes.map(code => (
          <Text
            key={code}
            ta="center"
            py={6}
            bg="var(--surface-sunken)"
            style={{ borderRadius: 8, letterSpacing: '0.08em' }}
          >
            {code}
          </Text>
        ))}
      </SimpleGrid>
    </div>
  )
}
