/** A group of islands of Việt Nam: every map of ours that is wider than a commune shows it under this name. */
export interface Archipelago {
  readonly name: string
  /** Latitude and longitude of larger islands, in whole hundredths of a degree. */
  readonly islands: readonly (readonly [latitude: number, longitude: number])[]
}

/** Names as the law of Việt Nam has them (Resolution 202/2025/QH15); only our own points, no map of others. */
export const archipelagos: readonly Archipelago[] = [
  {
    name: 'Quần đảo Hoàng Sa (Đà Nẵng)',
    islands: [
      [16.53, 111.61],
      [16.45, 111.6],
      [16.45, 111.51],
      [16.51, 111.59],
      [16.83, 112.33],
      [16.67, 112.73],
      [16.06, 112.52],
      [15.78, 111.2],
    ],
  },
  {
    name: 'Quần đảo Trường Sa (Khánh Hòa)',
    islands: [
      [8.64, 111.92],
      [11.43, 114.33],
      [10.18, 114.37],
      [9.89, 114.33],
      [10.38, 114.48],
      [10.38, 114.37],
      [7.89, 112.92],
      [8.97, 113.69],
    ],
  },
]

/** What a map shows at a moment, in degrees. */
export interface Extent {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

/** About 60 km: more than a commune, so that the map stands for a part of the country. */
const widerThanCommune = 0.55

/** The archipelagos that are to be named beside a map, because its extent is the country's and does not reach them. */
export function namedBeside({ south, north, west, east }: Extent): readonly Archipelago[] {
  if (Math.max(north - south, east - west) < widerThanCommune) return []
  return archipelagos.filter(
    ({ islands }) =>
      !islands.every(
        ([latitude, longitude]) => latitude > south && latitude < north && longitude > west && longitude < east,
      ),
  )
}
