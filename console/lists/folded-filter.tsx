import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import styles from './folded-filter.module.css'

/** The search, and beside it the choices; on a phone these are folded away behind a button while none is made. */
export function FoldedFilter({
  search,
  fold,
  inUse,
  children,
}: {
  search: ReactNode
  /** Words of the button. */
  fold: string
  inUse: boolean
  children: ReactNode
}) {
  const [open, setOpen] = useState(inUse)
  return (
    <div className={styles['filter']} data-open={open || undefined}>
      <div className={styles['search']}>{search}</div>
      <Button
        variant="default"
        className={styles['toggle'] ?? ''}
        aria-expanded={open}
        leftSection={<IconAdjustmentsHorizontal aria-hidden size={20} />}
        onClick={() => setOpen(!open)}
      >
        {fold}
      </Button>
      <div className={styles['choices']}>{children}</div>
    </div>
  )
}
