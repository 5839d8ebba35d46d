import type { TextChange } from '@nguon/domain/bulletins'
import classes from './changed-text.module.css'

/** A text with what came and what went, told apart by more than colour. */
export function ChangedText({ changes }: { changes: readonly TextChange[] }) {
  return (
    <div className={classes['text']}>
      {changes.map(({ kind, text }, index) => {
        // oxlint-disable-next-line react/no-array-index-key -- a run is its place
        const key = index
        if (kind === 'same') return <span key={key}>{text}</span>
        return kind === 'added' ? (
          <ins key={key} className={classes['added']}>
            {text}
          </ins>
        ) : (
          <del key={key} className={classes['removed']}>
            {text}
          </del>
        )
      })}
    </div>
  )
}
