import type { ReactNode } from 'react'
import classes from './row-list.module.css'

/** Rows from edge to edge of a flush `Panel`. Inside, one `Row` each. */
export function RowList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={classes['list']} aria-label={label}>
      {children}
    </ul>
  )
}

/**
 * One thing of a list: what it is called, a line about it, and its state at the end. `link` wraps the title in whatever
 * link the screen uses; the whole row answers to a press.
 */
export function Row({
  link,
  title,
  about,
  end,
}: {
  link?: (title: ReactNode, className: string | undefined) => ReactNode
  title: ReactNode
  about?: ReactNode
  end?: ReactNode
}) {
  return (
    <li className={classes['row']} data-linked={link ? true : undefined}>
      <div className={classes['words']}>
        <div className={classes['title']}>{link ? link(title, classes['link']) : title}</div>
        {about && <div className={classes['about']}>{about}</div>}
      </div>
      {end && <div className={classes['end']}>{end}</div>}
    </li>
  )
}
