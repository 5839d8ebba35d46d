import type { ReactNode } from 'react'
import classes from './panel.module.css'

/** A sheet of paper on the desk. `title` is its heading, `aside` stands at its right end. */
export function Panel({
  title,
  aside,
  tone = 'plain',
  flush = false,
  children,
}: {
  title?: ReactNode
  aside?: ReactNode
  tone?: 'plain' | 'accent' | 'caution' | 'alert'
  /** Without inner margins, for rows that reach from edge to edge. */
  flush?: boolean
  children: ReactNode
}) {
  return (
    <section className={classes['panel']} data-tone={tone} data-flush={flush || undefined}>
      {(title || aside) && (
        <header className={classes['head']}>
          {title && <h2 className={classes['title']}>{title}</h2>}
          {aside}
        </header>
      )}
      <div className={classes['body']}>{children}</div>
    </section>
  )
}
