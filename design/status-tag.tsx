import type { ReactNode } from 'react'
import classes from './status-tag.module.css'

/**
 * What a thing is, by word, sign and colour together: none of the three alone. `emergency` is filled red, `drill` is
 * violet on stripes with a broken edge, so that nobody takes one for the other, in print and without colours too.
 */
export type StatusTone = 'plain' | 'accent' | 'good' | 'caution' | 'bad' | 'emergency' | 'drill'

const signs: Readonly<Record<StatusTone, string>> = {
  plain: '○',
  accent: '◐',
  good: '●',
  caution: '▲',
  bad: '✕',
  emergency: '!',
  drill: '◇',
}

export function StatusTag({ tone = 'plain', children }: { tone?: StatusTone; children: ReactNode }) {
  return (
    <span className={classes['tag']} data-tone={tone}>
      <span aria-hidden className={classes['sign']}>
        {signs[tone]}
      </span>
      {children}
    </span>
  )
}
