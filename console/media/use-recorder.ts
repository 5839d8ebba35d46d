import { join, peak, secondsOf, writeWav } from '@nguon/domain/sound'
import { useEffect, useRef, useState } from 'react'
import { type Microphone, openMicrophone, recordingRate } from './open-microphone.ts'

/** Between two pauses of a speaker. */
interface Part {
  readonly blocks: Float32Array[]
}

const gapSeconds = 0.3
const shownEveryMilliseconds = 80

/** Records in parts: each pause ends one, and the last can be spoken anew without losing those before it. */
export function useRecorder() {
  const [step, setStep] = useState<'ready' | 'recording' | 'paused'>('ready')
  const [seconds, setSeconds] = useState(0)
  const [level, setLevel] = useState(0)
  /** Seconds of each part. */
  const [parts, setParts] = useState<readonly number[]>([])
  const [error, setError] = useState<unknown>(null)
  const kept = useRef<Part[]>([])
  const microphone = useRef<Microphone | null>(null)

  const silence = () => {
    microphone.current?.close()
    microphone.current = null
    setLevel(0)
  }
  useEffect(() => () => microphone.current?.close(), [])

  const sound = () =>
    kept.current.length === 0
      ? pcmOf([])
      : join(
          kept.current.map(({ blocks }) => pcmOf(blocks)),
          gapSeconds,
        )
  const count = () => {
    setParts(kept.current.map(({ blocks }) => secondsOf(pcmOf(blocks))))
    setSeconds(secondsOf(sound()))
  }

  const record = async () => {
    const part: Part = { blocks: [] }
    let shownAt = 0
    let loudest = 0
    const before = secondsOf(sound())
    let samples = 0
    setError(null)
    try {
      microphone.current = await openMicrophone(block => {
        part.blocks.push(block)
        samples += block.length
        loudest = Math.max(loudest, peak({ samples: block, rate: recordingRate }))
        const now = performance.now()
        if (now - shownAt < shownEveryMilliseconds) return
        setLevel(loudest)
        setSeconds(before + samples / recordingRate)
        shownAt = now
        loudest = 0
      })
      kept.current.push(part)
      setStep('recording')
    } catch (caught) {
      setError(caught)
    }
  }
  const pause = () => {
    silence()
    kept.current = kept.current.filter(({ blocks }) => blocks.length > 0)
    count()
    setStep(kept.current.length > 0 ? 'paused' : 'ready')
  }
  /** Drops a part and all after it, to be spoken anew; without a number the last. Gives their seconds. */
  const redo = (from = kept.current.length - 1): number => {
    silence()
    const dropped = kept.current.splice(Math.max(0, from))
    count()
    setStep(kept.current.length > 0 ? 'paused' : 'ready')
    return dropped.reduce((sum, { blocks }) => sum + secondsOf(pcmOf(blocks)), 0)
  }
  const discard = () => {
    silence()
    kept.current = []
    count()
    setStep('ready')
  }
  const file = (name: string) => new File([writeWav(sound())], name, { type: 'audio/wav', lastModified: 0 })
  return { step, seconds, level, parts, error, record, pause, redo, discard, file }
}

function pcmOf(blocks: readonly Float32Array[]) {
  const samples = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0))
  let at = 0
  for (const block of blocks) {
    samples.set(block, at)
    at += block.length
  }
  return { samples, rate: recordingRate }
}
