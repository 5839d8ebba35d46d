import classes from './span-strip.module.css'

export interface StripSpan {
  readonly startsAt: number
  readonly endsAt: number
  /** Good is full height, caution two thirds, bad a third: to be told without colours. */
  readonly tone: 'plain' | 'accent' | 'good' | 'caution' | 'bad'
}

const width = 1000
const height = 30
const heights = { plain: 1, accent: 1, good: 1, caution: 0.66, bad: 0.33 } as const

/** Spans of one time under each other, a lane for each kind. For the eye only: words beside it must say the same. */
export function SpanStrip({
  lanes,
  from,
  until,
  marks,
}: {
  lanes: readonly { readonly label: string; readonly spans: readonly StripSpan[] }[]
  from: number
  until: number
  marks: readonly { readonly at: number; readonly label: string }[]
}) {
  const share = (at: number) => (Math.min(Math.max(at, from), until) - from) / (until - from)
  return (
    <div aria-hidden>
      {lanes.map(({ label, spans }) => (
        <div key={label} className={classes['lane']}>
          <span>{label}</span>
          <svg
            className={classes['strip']}
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            focusable="false"
          >
            {marks.map(({ at }) => (
              <line key={at} x1={share(at) * width} x2={share(at) * width} y1={0} y2={height} />
            ))}
            {spans.map(({ startsAt, endsAt, tone }) => (
              <rect
                key={`${startsAt} ${endsAt} ${tone}`}
                data-tone={tone}
                x={share(startsAt) * width}
                // A session of minutes in a day of hours must still be seen.
                width={Math.max(3, (share(endsAt) - share(startsAt)) * width)}
                y={height * (1 - heights[tone])}
                height={height * heights[tone]}
              />
            ))}
          </svg>
        </div>
      ))}
      <div className={classes['marks']}>
        {marks.map(({ at, label }) => (
          <span key={at} style={{ left: `${(share(at) * 100).toFixed(2)}%` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}
