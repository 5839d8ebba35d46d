import { Skeleton, Stack } from '@mantine/core'

/** The shape of what is coming. `label` is what a screen reader says meanwhile. */
export function LoadingLines({ label, lines = 4 }: { label: string; lines?: number }) {
  return (
    <Stack gap="md" p="md" role="status" aria-busy aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={22} width={line % 2 === 0 ? '72%' : '48%'} radius="sm" />
      ))}
    </Stack>
  )
}
