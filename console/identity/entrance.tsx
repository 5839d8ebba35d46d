import { Stack } from '@mantine/core'
import { SourceMark } from '@nguon/design'
import { type ReactNode, useEffect } from 'react'
import { Choices } from '../shell/account-menu.tsx'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { shellWords } from '../words/shell-words.ts'
import classes from './entrance.module.css'

/** The frame of the pages before the sign-in: the house, one sheet, and how one likes to see it. */
export function Entrance({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const words = useWords(identityWords)
  const { product } = useWords(shellWords)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  return (
    <main className={classes['entrance']}>
      <div className={classes['column']}>
        <div className={classes['brand']}>
          <SourceMark size={52} />
          <div>
            <div className={classes['product']}>{product}</div>
            <div className={classes['what']}>{words.signInLead}</div>
          </div>
        </div>
        <section className={classes['sheet']}>
          <h1 className={classes['title']}>{title}</h1>
          {lead && <p className={classes['lead']}>{lead}</p>}
          <Stack gap="md">{children}</Stack>
        </section>
        <div className={classes['choices']}>
          <Choices />
        </div>
      </div>
    </main>
  )
}
