import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closestZoom, clusterPoints, type MapPoint, pointTones } from './cluster-points.ts'

const country = { south: 8, north: 24, west: 102, east: 118 }
const anyPoints = fc.array(
  fc.record({
    latitude: fc.double({ min: 9, max: 23, noNaN: true }),
    longitude: fc.double({ min: 103, max: 117, noNaN: true }),
    tone: fc.constantFrom(...pointTones),
  }),
  { minLength: 1, maxLength: 60 },
)
const named = (points: readonly Omit<MapPoint, 'id' | 'label'>[]): MapPoint[] =>
  points.map((point, index) => ({ ...point, id: String(index), label: `Cụm loa ${index}` }))

describe('L3 points on a map', () => {
  it('at every distance each is shown once, and what is wrong is counted', () => {
    fc.assert(
      fc.property(anyPoints, fc.integer({ min: 0, max: closestZoom }), (some, zoom) => {
        const points = named(some)
        const clusters = clusterPoints(points)
        const marks = clusters.marksIn(country, zoom)
        const shown = marks.flatMap(mark =>
          mark.kind === 'point' ? [mark.point.id] : clusters.pointsOf(mark.id, 1000).map(({ id }) => id),
        )
        expect(shown.toSorted()).toEqual(points.map(({ id }) => id).toSorted())
        const bad = marks.reduce(
          (sum, mark) => sum + (mark.kind === 'cluster' ? mark.bad : Number(mark.point.tone === 'bad')),
          0,
        )
        expect(bad).toBe(points.filter(({ tone }) => tone === 'bad').length)
      }),
    )
  })

  it('those of one place never come apart, so they are listed', () => {
    const place = { latitude: 12.96, longitude: 108.35, tone: 'good' } as const
    const clusters = clusterPoints(named([place, place, place]))
    const [mark] = clusters.marksIn(country, closestZoom)
    if (mark?.kind !== 'cluster') throw new Error('three in one place are one mark')
    expect(clusters.opensAt(mark.id)).toBeGreaterThan(closestZoom)
    expect(clusters.pointsOf(mark.id, 2)).toHaveLength(2)
  })
})
