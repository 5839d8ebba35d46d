/** Enough for speech out of a horn, and half the bytes of a studio. */
export const recordingRate = 24_000

export interface Microphone {
  close(): void
}

/** Hears until closed; `onBlock` gets samples from −1 to 1 at `recordingRate`. Throws when there is no microphone or no leave. */
export async function openMicrophone(onBlock: (block: Float32Array) => void): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: false, noiseSuppression: true, autoGainControl: true },
  })
  const context = new AudioContext({ sampleRate: recordingRate })
  let closed = false
  const close = () => {
    closed = true
    for (const track of stream.getTracks()) track.stop()
    void context.close()
  }
  try {
    await context.audioWorklet.addModule(`${import.meta.env.BASE_URL}microphone-tap.js`)
    const tap = new AudioWorkletNode(context, 'microphone-tap', { numberOfOutputs: 0 })
    tap.port.addEventListener('message', (message: MessageEvent<Float32Array>) => {
      // Blocks are still on their way when one stops listening.
      if (!closed) onBlock(message.data)
    })
    tap.port.start()
    context.createMediaStreamSource(stream).connect(tap)
    await context.resume()
    return { close }
  } catch (error) {
    close()
    throw error
  }
}
