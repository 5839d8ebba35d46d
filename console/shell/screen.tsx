import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { PaperHead } from './on-paper.tsx'
import classes from './screen.module.css'

/** Where the last screen stood; null before the first. */
let lastPlace: string | null = null

/** One screen: its heading, a line that says what it is for, its one main action, and what it holds. */
export function Screen({
  title,
  lead,
  action,
  back,
  wide = false,
  children,
}: {
  title: string
  lead?: ReactNode
  action?: ReactNode
  /** Where one came from, as a path within the workplace. */
  back?: { to: string; label: string }
  /** For timetables and side-by-side texts. */
  wide?: boolean
  children: ReactNode
}) {
  const words = useWords(shellWords)
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title, words.product])
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  // A new screen begins at its heading for those who work by keyboard or do not see it change; so does one that took the
  // place of what had the focus.
  useEffect(() => {
    const isFirst = lastPlace === null
    const isNew = lastPlace !== pathname || document.activeElement === document.body
    lastPlace = pathname
    if (isNew && !isFirst) heading.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <div className={classes['screen']} data-wide={wide || undefined}>
      <PaperHead />
      {back && (
        <Link to={back.to} className={classes['back']}>
          <IconArrowLeft aria-hidden size={20} />
          {back.label}
        </Link>
      )}
      <header className={classes['head']}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={classes['title']}>
            {title}
          </h1>
          {lead && <div className={classes['lead']}>{lead}</div>}
        </div>
        {action && <div className={classes['action']}>{action}</div>}
      </header>
      <div className={classes['body']}>{children}</div>
    </div>
  )
}
