import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

/** Says that nothing is here, and what to do next. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={classes['empty']}>
      {icon && (
        <div aria-hidden className={classes['icon']}>
          {icon}
        </div>
      )}
      <p className={classes['title']}>{title}</p>
      {children && <div className={classes['words']}>{children}</div>}
      {action && <div className={classes['action']}>{action}</div>}
    </div>
  )
}
