// Hands on what the microphone hears, block by block, to the screen that records.
class MicrophoneTap extends AudioWorkletProcessor {
  process([input]) {
    const channel = input?.[0]
    if (channel) this.port.postMessage(channel.slice())
    return true
  }
}

registerProcessor('microphone-tap', MicrophoneTap)
