import { IconWifiOff } from '@tabler/icons-react'
import { useNetwork } from '@mantine/hooks'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import classes from './shell.module.css'

export function OfflineNotice() {
  const { online } = useNetwork()
  const words = useWords(shellWords)
  return (
    <div role="status">
      {!online && (
        <div className={classes['offline']}>
          <IconWifiOff aria-hidden size={20} />
          {words.offline}
        </div>
      )}
    </div>
  )
}
