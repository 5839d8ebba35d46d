import classes from './trend-line.module.css'

export interface TrendPoint {
  /** Where on the axis, in any unit; a point stands for the span up to the next step. */
  readonly at: number
  readonly least: number
  readonly most: number
  readonly mean: number
}

const width = 700
const height = 100

/** Points without a gap between them. */
function runsOf(points: readonly TrendPoint[], step: number): TrendPoint[][] {
  const runs: TrendPoint[][] = []
  for (const point of points) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && point.at - last.at <= step) run.push(point)
    else runs.push([point])
  }
  return runs
}

/**
 * How a value went: its mean as a line in the band from the least to the most. Where nothing was told there is a gap, never
 * a line over it. For the eye only: what it shows must also stand in words beside it. `ticks` are thin upright lines.
 */
export function TrendLine({
  points,
  from,
  until,
  step,
  ticks = [],
}: {
  points: readonly TrendPoint[]
  from: number
  until: number
  step: number
  ticks?: readonly number[]
}) {
  const low = Math.min(...points.map(({ least }) => least))
  const high = Math.max(...points.map(({ most }) => most))
  const x = (at: number) => (((Math.min(Math.max(at, from), until) - from) / (until - from)) * width).toFixed(1)
  // A value that never changed lies in the middle.
  const y = (value: number) =>
    (high > low ? height - 6 - ((value - low) / (high - low)) * (height - 12) : height / 2).toFixed(1)
  return (
    <svg
      aria-hidden
      className={classes['trend']}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      focusable="false"
    >
      {ticks.map(tick => (
        <line key={tick} className={classes['day']} x1={x(tick)} x2={x(tick)} y1={0} y2={height} />
      ))}
      {runsOf(points, step).map(run => {
        const last = run.at(-1)
        if (!last) return null
        // Each point lasts to the end of its step, so that a lonely one is seen too.
        const held = [...run, { ...last, at: last.at + step }]
        const upper = held.map(({ at, most }) => `${x(at)},${y(most)}`)
        const lower = held.map(({ at, least }) => `${x(at)},${y(least)}`).toReversed()
        return (
          <g key={run[0]?.at}>
            <polygon className={classes['band']} points={[...upper, ...lower].join(' ')} />
            <polyline
              className={classes['line']}
              points={held.map(({ at, mean }) => `${x(at)},${y(mean)}`).join(' ')}
            />
          </g>
        )
      })}
    </svg>
  )
}
