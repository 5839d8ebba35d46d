// Hands on what the microphone hears, block by block, to the screen that records.
class MicrophoneTap extends AudioWorkletProcessor {
  process([input]) {
    const channel = input?.[0]
    // A message port knows no origin; the rule means windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    if (channel) this.port.postMessage(channel.slice())
    return true
  }
}

registerProcessor('microphone-tap', MicrophoneTap)
