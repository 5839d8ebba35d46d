import { StatusTag, type StatusTone } from '@nguon/design'
import type { BulletinClass, BulletinState } from '@nguon/domain/bulletins'
import { useWords } from '../words/define-words.ts'
import { bulletinWords } from '../words/bulletin-words.ts'

const tones: Readonly<Record<BulletinState, StatusTone>> = {
  draft: 'plain',
  submitted: 'accent',
  returned: 'caution',
  approved: 'good',
  published: 'good',
  withdrawn: 'plain',
  expired: 'plain',
}

export function BulletinStateTag({ state }: { state: BulletinState }) {
  return <StatusTag tone={tones[state]}>{useWords(bulletinWords).states[state]}</StatusTag>
}

/** Nothing for the normal class: what is usual needs no sign. */
export function BulletinClassTag({ class: bulletinClass }: { class: BulletinClass }) {
  const words = useWords(bulletinWords)
  if (bulletinClass === 'normal') return null
  return (
    <StatusTag tone={bulletinClass === 'emergency' ? 'emergency' : 'caution'}>{words.classes[bulletinClass]}</StatusTag>
  )
}
