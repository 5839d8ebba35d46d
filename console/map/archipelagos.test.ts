import { describe, expect, it } from 'vitest'
import { archipelagos, namedBeside } from './archipelagos.ts'

describe('I32 a map names Hoàng Sa and Trường Sa, each with its province', () => {
  const names = ['Quần đảo Hoàng Sa (Đà Nẵng)', 'Quần đảo Trường Sa (Khánh Hòa)']

  it.each([
    ['one commune', { south: 12.9, north: 13, west: 108.2, east: 108.4 }, []],
    ['a province', { south: 12.1, north: 13.5, west: 107.5, east: 109.5 }, names],
    ['a high and narrow window on a province', { south: 12.1, north: 13.5, west: 108, east: 108.4 }, names],
    ['the coast as far as one of them', { south: 12, north: 18, west: 107, east: 113 }, names.slice(1)],
    ['the whole country with its islands', { south: 6, north: 24, west: 102, east: 116 }, []],
  ])('%s', (_what, extent, beside) => {
    expect(namedBeside(extent).map(({ name }) => name)).toEqual(beside)
  })

  it('with its islands where they lie', () => {
    const within = (name: string, [south, north]: [number, number], [west, east]: [number, number]) =>
      archipelagos
        .find(archipelago => archipelago.name === name)
        ?.islands.every(
          ([latitude, longitude]) => latitude > south && latitude < north && longitude > west && longitude < east,
        )
    expect(within('Quần đảo Hoàng Sa (Đà Nẵng)', [15.7, 17.2], [111, 113])).toBe(true)
    expect(within('Quần đảo Trường Sa (Khánh Hòa)', [6.5, 12], [111.5, 117.5])).toBe(true)
  })
})
