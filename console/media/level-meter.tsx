import { Text } from '@mantine/core'
import { useWords } from '../words/define-words.ts'
import { mediaWords } from '../words/media-words.ts'
import classes from './level-meter.module.css'

const bars = 24
/** Peaks of a voice a hand away from a microphone. */
const quiet = 0.06
const loud = 0.95

/** How loud one speaks right now, with what to do about it. `level` is a peak from 0 to 1. */
export function LevelMeter({ level, running }: { level: number; running: boolean }) {
  const words = useWords(mediaWords)
  const lit = Math.round(Math.sqrt(Math.min(1, level)) * bars)
  const advice = level > loud ? words.tooLoud : level < quiet ? words.tooQuiet : words.goodLevel
  return (
    <div>
      <div
        className={classes['meter']}
        role="meter"
        aria-label={words.level}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(level * 100)}
      >
        {Array.from({ length: bars }, (_, bar) => (
          <span key={bar} data-lit={bar < lit || undefined} data-hot={bar >= bars - 2 || undefined} />
        ))}
      </div>
      <Text size="sm" c="var(--ink-soft)" mih={24} mt={4}>
        {running && advice}
      </Text>
    </div>
  )
}
