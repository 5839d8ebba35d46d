import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, use } from 'react'
import { writeInstant } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import classes from './on-paper.module.css'
import { WorkplaceContext } from './workplace.tsx'

/** What stands on a printed page only. */
export function OnPaper({ children }: { children: ReactNode }) {
  return <div className={classes['only']}>{children}</div>
}

/** Whose page it is and of when: a sheet of paper has no address. */
export function PaperHead() {
  const words = useWords(shellWords)
  const workplace = use(WorkplaceContext)
  const now = useNow()
  if (!workplace) return null
  const { unit, me } = workplace
  return (
    <OnPaper>
      <div className={classes['head']}>
        <strong>{unit.fullName}</strong>
        <span>{words.printed(me.account.name, writeInstant(now))}</span>
      </div>
    </OnPaper>
  )
}

/** Room for those who sign, each under what they sign as. */
export function Signatures({ signers }: { signers: readonly string[] }) {
  const { signHere } = useWords(shellWords)
  return (
    <OnPaper>
      <div className={classes['signers']}>
        {signers.map(signer => (
          <div key={signer}>
            <strong>{signer}</strong>
            <div>{signHere}</div>
          </div>
        ))}
      </div>
    </OnPaper>
  )
}

export function PrintButton({ label }: { label?: string }) {
  const words = useWords(shellWords)
  return (
    <Button variant="default" leftSection={<IconPrinter aria-hidden size={20} />} onClick={() => print()}>
      {label ?? words.print}
    </Button>
  )
}
