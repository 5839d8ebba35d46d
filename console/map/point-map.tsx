import { ActionIcon } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconMaximize,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { writeNumber } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { mapWords } from '../words/map-words.ts'
import { type Archipelago, namedBeside } from './archipelagos.ts'
import { clusterPoints, type MapPoint } from './cluster-points.ts'
import { type DrawnMap, drawMap } from './draw-map.ts'
import type { MapName } from './place-names.ts'
import classes from './point-map.module.css'

/** Thousands of points on a map that needs no host but our own; those too close together are one mark until it is opened. */
export function PointMap({
  label,
  points,
  names,
  tiles,
  onOpen,
}: {
  label: string
  points: readonly MapPoint[]
  names: readonly MapName[]
  /** Where this installation takes pictures from; null: none. */
  tiles: { readonly address: string; readonly attribution: string } | null
  onOpen: (points: readonly MapPoint[]) => void
}) {
  const words = useWords(mapWords)
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef<DrawnMap | null>(null)
  const fitted = useRef(false)
  const [beside, setBeside] = useState<readonly Archipelago[]>([])
  const clusters = useMemo(() => clusterPoints(points), [points])
  const address = tiles?.address ?? null
  useEffect(() => {
    if (!place.current) return undefined
    const map = drawMap(place.current, {
      tiles: address === null ? null : { address },
      moved: extent => setBeside(namedBeside(extent)),
    })
    drawn.current = map
    fitted.current = false
    return () => {
      drawn.current = null
      map.close()
    }
  }, [address])
  useEffect(() => {
    if (!fitted.current && (points.length > 0 || names.length > 0)) {
      drawn.current?.fit(points.length > 0 ? points : names)
      fitted.current = points.length > 0
    }
    const wordCluster = ({ count, bad, caution }: { count: number; bad: number; caution: number }) =>
      [
        words.cluster(writeNumber(count, language)),
        bad > 0 && words.bad(writeNumber(bad, language)),
        caution > 0 && words.caution(writeNumber(caution, language)),
      ]
        .filter(Boolean)
        .join(', ')
    drawn.current?.draw({ clusters, names, wordCluster, open: onOpen })
  }, [clusters, points, names, onOpen, words, language, address])
  const pan = (x: number, y: number) => drawn.current?.map.panBy([x, y])
  const press = (name: string, icon: React.ReactNode, act: () => void) => (
    <ActionIcon key={name} variant="default" aria-label={name} title={name} onClick={act}>
      {icon}
    </ActionIcon>
  )
  return (
    <>
      <div className={classes['frame']}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrows and plus and minus move it */}
        <div ref={place} className={classes['map']} role="region" aria-label={label} tabIndex={0} />
        <div className={classes['buttons']}>
          {press(words.closer, <IconPlus aria-hidden size={22} />, () => drawn.current?.map.zoomIn())}
          {press(words.farther, <IconMinus aria-hidden size={22} />, () => drawn.current?.map.zoomOut())}
          {press(words.all, <IconMaximize aria-hidden size={22} />, () => drawn.current?.fit(points))}
        </div>
        {beside.length > 0 && (
          <ul className={classes['beside']}>
            {beside.map(archipelago => (
              <li key={archipelago.name}>
                <Islands of={archipelago} />
                {archipelago.name}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={classes['pan']}>
        {press(words.west, <IconArrowLeft aria-hidden size={22} />, () => pan(-160, 0))}
        {press(words.east, <IconArrowRight aria-hidden size={22} />, () => pan(160, 0))}
        {press(words.north, <IconArrowUp aria-hidden size={22} />, () => pan(0, -160))}
        {press(words.south, <IconArrowDown aria-hidden size={22} />, () => pan(0, 160))}
        {tiles && <small>{tiles.attribution}</small>}
      </div>
    </>
  )
}

/** Its islands as they lie to each other. */
function Islands({ of: { islands } }: { of: Archipelago }) {
  const latitudes = islands.map(([latitude]) => latitude)
  const longitudes = islands.map(([, longitude]) => longitude)
  const [top, left] = [Math.max(...latitudes), Math.min(...longitudes)]
  const size = Math.max(top - Math.min(...latitudes), Math.max(...longitudes) - left)
  return (
    <svg aria-hidden viewBox="-5 -5 110 110" focusable="false">
      {islands.map(([latitude, longitude]) => (
        <circle
          key={`${latitude} ${longitude}`}
          cx={((longitude - left) / size) * 100}
          cy={((top - latitude) / size) * 100}
          r={5}
        />
      ))}
    </svg>
  )
}
