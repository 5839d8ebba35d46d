import Supercluster from 'supercluster'
import type { Extent } from './archipelagos.ts'

/** How a point is marked, the worst last; `StatusTag` has the same signs. */
export const pointTones = ['plain', 'good', 'caution', 'bad'] as const

export type PointTone = (typeof pointTones)[number]

export interface MapPoint {
  readonly id: string
  readonly latitude: number
  readonly longitude: number
  /** What it is and how it is, in words. */
  readonly label: string
  readonly tone: PointTone
}

/** One mark on the map: a point, or points too close to each other to be told apart. */
export type Mark = { readonly latitude: number; readonly longitude: number } & (
  | { readonly kind: 'point'; readonly point: MapPoint }
  | {
      readonly kind: 'cluster'
      readonly id: number
      readonly count: number
      readonly bad: number
      readonly caution: number
    }
)

interface Counts {
  readonly bad: number
  readonly caution: number
}

export const closestZoom = 18

/** Wide enough for a thumb beside its neighbour. */
const radiusPixels = 72

export interface PointClusters {
  marksIn(extent: Extent, zoom: number): Mark[]
  /** From where on a cluster is more than one mark; beyond `closestZoom` when its points stand in one place. */
  opensAt(clusterId: number): number
  pointsOf(clusterId: number, limit: number): MapPoint[]
}

export function clusterPoints(points: readonly MapPoint[]): PointClusters {
  const index = new Supercluster<{ point: MapPoint }, Counts>({
    radius: radiusPixels,
    extent: 256,
    maxZoom: closestZoom,
    map: ({ point: { tone } }) => ({ bad: Number(tone === 'bad'), caution: Number(tone === 'caution') }),
    reduce: (sum: { bad: number; caution: number }, { bad, caution }) => {
      sum.bad += bad
      sum.caution += caution
    },
  })
  index.load(
    points.map(point => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
      properties: { point },
    })),
  )
  return {
    marksIn: ({ south, north, west, east }, zoom) =>
      index.getClusters([west, south, east, north], Math.floor(zoom)).map(({ geometry, properties }) => {
        const [longitude = 0, latitude = 0] = geometry.coordinates
        if ('point' in properties) return { kind: 'point', latitude, longitude, point: properties.point }
        const { cluster_id: id, point_count: count, bad, caution } = properties
        return { kind: 'cluster', latitude, longitude, id, count, bad, caution }
      }),
    opensAt: clusterId => index.getClusterExpansionZoom(clusterId),
    pointsOf: (clusterId, limit) => index.getLeaves(clusterId, limit).map(({ properties }) => properties.point),
  }
}
