import type { Consequence } from '@nguon/design'
import type { UnitId } from '@nguon/domain/platform'
import type { client } from '../api/client.ts'
import { writeNumber } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { moveWords } from '../words/move-words.ts'

export type MovePreview = Awaited<ReturnType<typeof client.devices.previewMove>>

/** What follows from a move, in sentences; nothing while it is not known. */
export function useMoveConsequences(
  preview: MovePreview | undefined,
  { from, to, many }: { from: UnitId; to: UnitId | null; many: boolean },
): Consequence[] {
  const words = useWords(moveWords)
  const language = useLanguage()
  const { nameOf } = useUnits()
  if (!preview || to === null) return [{ text: words.choose }]
  const number = (value: number) => writeNumber(value, language)
  const named = (names: readonly string[]) => names.map(name => `“${name}”`).join(', ')
  const { devices, leaving, slots, groups, plannedItems, troubled } = preview
  const said: (Consequence | false)[] = [
    many && { text: devices === 0 ? words.none : words.count(number(devices)) },
    leaving > 0 && { tone: 'caution', text: words.programme(nameOf(from), nameOf(to)) },
    plannedItems > 0 && { text: words.planned(number(plannedItems), nameOf(from)) },
    slots.length > 0 && { tone: 'caution', text: words.slots(named(slots.map(({ title }) => title))) },
    groups.length > 0 && { tone: 'caution', text: words.groups(named(groups.map(({ name }) => name))) },
    troubled > 0 && { text: words.troubled(number(troubled)) },
    leaving > 0 && { text: words.history(nameOf(from)) },
  ]
  return said.filter(sentence => sentence !== false)
}
