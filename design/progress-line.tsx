import { Progress, Text } from '@mantine/core'

/** How far something is that takes over a second. `share` is 0 to 1. */
export function ProgressLine({ label, share }: { label: string; share: number }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div>
      <Text size="sm" c="var(--ink-soft)" mb={6} className="tabular" aria-live="polite">
        {label} · {percent}%
      </Text>
      <Progress value={percent} size="lg" radius="xl" aria-label={label} />
    </div>
  )
}
