import classes from './waveform-bars.module.css'

/** A sound as bars, the part that was played in full colour. `peaks` are 0 to 1, `played` is 0 to 1. */
export function WaveformBars({ peaks, played = 0 }: { peaks: readonly number[]; played?: number }) {
  const width = 4
  return (
    <svg
      aria-hidden
      className={classes['wave']}
      viewBox={`0 0 ${peaks.length * width} 100`}
      preserveAspectRatio="none"
      focusable="false"
    >
      {peaks.map((peak, index) => {
        const height = Math.max(4, peak * 96)
        return (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a bar is its place
            key={index}
            data-played={index / peaks.length < played || undefined}
            x={index * width}
            y={50 - height / 2}
            width={width * 0.62}
            height={height}
            rx={1}
          />
        )
      })}
    </svg>
  )
}
