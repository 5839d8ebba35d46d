import type { ReactNode } from 'react'
import classes from './consequence-list.module.css'

/** What will happen, line by line, shown before it is done. `tone` of a line says whether it needs a second look. */
export interface Consequence {
  readonly tone?: 'plain' | 'caution' | 'alert'
  readonly text: ReactNode
}

export function ConsequenceList({ items }: { items: readonly Consequence[] }) {
  return (
    <ul className={classes['list']}>
      {items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list is fixed while it is shown
        <li key={index} data-tone={item.tone ?? 'plain'}>
          {item.text}
        </li>
      ))}
    </ul>
  )
}
