import { Button, Slider, Switch, Text } from '@mantine/core'
import { WaveformBars } from '@nguon/design'
import type { Sha256 } from '@nguon/domain/platform'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { writeClock } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { voiceWords } from '../words/voice-words.ts'
import classes from './sound-player.module.css'

/** Plays a stored sound, as it is or as through a horn. `onHeard` tells once that it was played to its end. */
export function SoundPlayer({
  sha256,
  seconds,
  peaks,
  label,
  onHeard,
}: {
  sha256: Sha256
  seconds: number
  peaks: readonly number[] | null
  /** What sounds, for those who do not see the screen. */
  label: string
  onHeard?: () => void
}) {
  const words = useWords(voiceWords)
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [asHorn, setAsHorn] = useState(false)
  const [broken, setBroken] = useState(false)
  const whole = Math.max(seconds, 0.1)
  const press = () => {
    const element = audio.current
    if (!element) return
    if (playing) element.pause()
    else element.play().catch(() => setBroken(true))
  }
  const moveTo = (second: number) => {
    setAt(second)
    if (audio.current) audio.current.currentTime = second
  }
  return (
    <div className={classes['player']}>
      {/* The spoken words stand beside the player as "đọc là". */}
      <audio
        ref={audio}
        src={`/media/${sha256}${asHorn ? '/horn' : ''}`}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={event => setAt(event.currentTarget.currentTime)}
        onEnded={() => onHeard?.()}
        onError={() => setBroken(true)}
      />
      <div className={classes['wave']}>
        <WaveformBars peaks={thinned(peaks)} played={at / whole} />
        <Slider
          className={classes['slider'] ?? ''}
          label={null}
          thumbLabel={`${words.position}: ${label}`}
          min={0}
          max={whole}
          step={0.1}
          value={Math.min(at, whole)}
          onChange={moveTo}
        />
      </div>
      <div className={classes['controls']}>
        <Button
          onClick={press}
          aria-label={`${playing ? words.pause : words.play}: ${label}`}
          leftSection={
            playing ? <IconPlayerPauseFilled aria-hidden size={20} /> : <IconPlayerPlayFilled aria-hidden size={20} />
          }
        >
          {playing ? words.pause : words.play}
        </Button>
        <Text className="tabular" c="var(--ink-soft)">
          {writeClock(at)} / {writeClock(seconds)}
        </Text>
        <Switch
          label={words.asHorn}
          checked={asHorn}
          onChange={event => {
            audio.current?.pause()
            setAt(0)
            setAsHorn(event.currentTarget.checked)
          }}
        />
      </div>
      {broken && (
        <Text role="alert" c="var(--alert-ink)">
          {words.cannotPlay}
        </Text>
      )}
    </div>
  )
}

const bars = 120

/** Fewer bars than peaks: 400 do not fit on a phone. The loudest of each stretch stands for it. */
function thinned(peaks: readonly number[] | null): number[] {
  if (!peaks || peaks.length === 0) return Array.from({ length: bars }, () => 0.1)
  const step = peaks.length / Math.min(bars, peaks.length)
  return Array.from({ length: Math.min(bars, peaks.length) }, (_, bar) =>
    Math.max(
      ...peaks.slice(Math.floor(bar * step), Math.max(Math.floor(bar * step) + 1, Math.floor((bar + 1) * step))),
    ),
  )
}
