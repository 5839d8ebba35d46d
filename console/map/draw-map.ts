import {
  circleMarker,
  control,
  divIcon,
  latLngBounds,
  type LatLngBoundsLiteral,
  layerGroup,
  type Map as LeafletMap,
  map as openMap,
  type Marker,
  marker,
  tileLayer,
} from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { archipelagos, type Extent } from './archipelagos.ts'
import { closestZoom, type Mark, type MapPoint, type PointClusters } from './cluster-points.ts'
import classes from './point-map.module.css'
import { type MapName, namesThatFit } from './place-names.ts'

/** Where a map without anything on it begins: the mainland. */
const mainland: LatLngBoundsLiteral = [
  [8.4, 102.1],
  [23.4, 109.5],
]
const listed = 50
const signs = { plain: '○', good: '●', caution: '▲', bad: '✕' } as const

export interface MapContent {
  readonly clusters: PointClusters
  readonly names: readonly MapName[]
  readonly wordCluster: (counts: { count: number; bad: number; caution: number }) => string
  readonly open: (points: readonly MapPoint[]) => void
}

/** A map that draws what it is given; the one who opened it closes it. */
export interface DrawnMap {
  readonly map: LeafletMap
  /** Draws anew what has changed, and leaves what has the focus. */
  draw(content: MapContent): void
  fit(places: readonly { latitude: number; longitude: number }[]): void
  close(): void
}

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

export function drawMap(
  element: HTMLElement,
  { tiles, moved }: { tiles: { address: string } | null; moved: (extent: Extent) => void },
): DrawnMap {
  // A wheel that zooms would hold up who scrolls past; there are buttons, keys and two fingers.
  const map = openMap(element, {
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomAnimation: !calm(),
    fadeAnimation: !calm(),
    markerZoomAnimation: !calm(),
    minZoom: 4,
    zoomSnap: 0.5,
    maxZoom: closestZoom,
  })
  map.fitBounds(mainland)
  if (tiles) tileLayer(tiles.address, { maxZoom: closestZoom }).addTo(map)
  control.scale({ imperial: false, position: 'topleft' }).addTo(map)
  for (const { name, islands } of archipelagos) drawArchipelago(map, name, islands)

  const nameLayer = layerGroup().addTo(map)
  const shown = new Map<string, Marker>()
  let content: MapContent | null = null

  const extent = (): Extent => {
    const bounds = map.getBounds()
    return { south: bounds.getSouth(), north: bounds.getNorth(), west: bounds.getWest(), east: bounds.getEast() }
  }
  const openMark = (mark: Mark) => {
    if (!content) return
    if (mark.kind === 'point') return content.open([mark.point])
    const zoom = content.clusters.opensAt(mark.id)
    if (zoom > closestZoom) return content.open(content.clusters.pointsOf(mark.id, listed))
    // The mark is gone when it has opened: the keys go on at the map.
    map.getContainer().focus({ preventScroll: true })
    map.setView([mark.latitude, mark.longitude], zoom, { animate: !calm() })
  }
  const redraw = () => {
    moved(extent())
    if (!content) return
    const { clusters, names, wordCluster } = content
    const marks = new Map(clusters.marksIn(extent(), map.getZoom()).map(mark => [keyOf(mark), mark]))
    for (const [key, old] of shown) {
      if (marks.has(key)) continue
      old.remove()
      shown.delete(key)
    }
    for (const [key, mark] of marks) {
      if (shown.has(key)) continue
      const label = mark.kind === 'point' ? mark.point.label : wordCluster(mark)
      shown.set(
        key,
        addMark(map, mark, label, () => openMark(mark)),
      )
    }
    nameLayer.clearLayers()
    const size = map.getSize()
    const fitting = namesThatFit(names, ({ latitude, longitude }) => {
      const pixel = map.latLngToContainerPoint([latitude, longitude])
      return pixel.x >= 0 && pixel.y >= 0 && pixel.x <= size.x && pixel.y <= size.y ? pixel : null
    })
    for (const { name, latitude, longitude } of fitting) nameLayer.addLayer(nameMarker(name, latitude, longitude))
  }
  map.on('moveend', redraw)
  const watcher = new ResizeObserver(() => map.invalidateSize({ animate: false }))
  watcher.observe(element)
  return {
    map,
    draw: next => {
      // Numbers of clusters mean nothing in another index.
      if (content?.clusters !== next.clusters) {
        for (const [key, old] of shown) {
          if (!key.startsWith('cluster')) continue
          old.remove()
          shown.delete(key)
        }
      }
      content = next
      redraw()
    },
    fit: places => {
      if (places.length === 0) return
      const bounds = latLngBounds(places.map(({ latitude, longitude }) => [latitude, longitude]))
      map.fitBounds(bounds.pad(0.15), { maxZoom: 15, animate: false })
    },
    close: () => {
      watcher.disconnect()
      map.remove()
    },
  }
}

function keyOf(mark: Mark): string {
  if (mark.kind === 'cluster') return `cluster ${mark.id}`
  const { id, tone, label } = mark.point
  return `point ${id} ${tone} ${label}`
}

function addMark(map: LeafletMap, mark: Mark, label: string, open: () => void): Marker {
  const face = document.createElement('span')
  if (mark.kind === 'point') {
    face.className = classes['point'] ?? ''
    face.dataset['tone'] = mark.point.tone
    face.textContent = signs[mark.point.tone]
  } else {
    const worst = mark.bad > 0 ? 'bad' : mark.caution > 0 ? 'caution' : 'good'
    face.className = classes['cluster'] ?? ''
    face.dataset['tone'] = worst
    face.textContent = String(mark.count)
    if (worst !== 'good') {
      const wrong = document.createElement('small')
      wrong.textContent = `${signs[worst]}${mark[worst]}`
      face.append(wrong)
    }
  }
  const icon = divIcon({ className: classes['mark'] ?? '', html: face, iconSize: [48, 48] })
  const added = marker([mark.latitude, mark.longitude], {
    icon,
    title: label,
    keyboard: true,
    riseOnHover: true,
  }).addTo(map)
  const element = added.getElement()
  element?.setAttribute('aria-label', label)
  element?.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    open()
  })
  added.on('click', open)
  return added
}

function nameMarker(name: string, latitude: number, longitude: number): Marker {
  const text = document.createElement('span')
  text.textContent = name
  const icon = divIcon({ className: classes['name'] ?? '', html: text, iconSize: [0, 0] })
  return marker([latitude, longitude], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 })
}

function drawArchipelago(map: LeafletMap, name: string, islands: readonly (readonly [number, number])[]): void {
  for (const [latitude, longitude] of islands) {
    circleMarker([latitude, longitude], { radius: 2, interactive: false, className: classes['island'] ?? '' }).addTo(
      map,
    )
  }
  const middle = latLngBounds(islands.map(([latitude, longitude]) => [latitude, longitude])).getCenter()
  nameMarker(name, middle.lat, middle.lng).addTo(map)
}
