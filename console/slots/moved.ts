/** The list with the one at `place` a step up (-1) or down (1); the same where there is no room. */
export function moved<Item>(items: readonly Item[], place: number, step: -1 | 1): readonly Item[] {
  const [item, other] = [items[place], items[place + step]]
  if (item === undefined || other === undefined) return items
  return items.with(place, other).with(place + step, item)
}
