/** A name of the territory on the map; the smaller its rank the sooner it is shown. */
export interface MapName {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly rank: number
}

const letterPixels = 8
const linePixels = 26
const most = 60

/** Of the names in view those that fit without covering each other. `pixelOf` is null for what lies outside. */
export function namesThatFit(
  names: readonly MapName[],
  pixelOf: (name: MapName) => { x: number; y: number } | null,
): MapName[] {
  const taken: { left: number; right: number; y: number }[] = []
  const fitting: MapName[] = []
  for (const name of names.toSorted((one, other) => one.rank - other.rank)) {
    if (fitting.length === most) break
    const pixel = pixelOf(name)
    if (!pixel) continue
    const half = (name.name.length * letterPixels) / 2
    const [left, right] = [pixel.x - half, pixel.x + half]
    if (taken.some(box => Math.abs(box.y - pixel.y) < linePixels && left < box.right && right > box.left)) continue
    taken.push({ left, right, y: pixel.y })
    fitting.push(name)
  }
  return fitting
}
