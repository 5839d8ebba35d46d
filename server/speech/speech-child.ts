/** What the server asks a speaking process. */
export interface SpeechRequest {
  readonly text: string
  readonly voice: string
  readonly speed: number
}

/** What it answers: 16-bit samples, or why there are none. `unavailable` means no request will ever succeed. */
export type SpeechAnswer =
  | { readonly samples: Int16Array; readonly rate: number }
  | { readonly unavailable: string }
  | { readonly refused: string }

/**
 * The loop of a speaking process: one request, one answer, until the server closes the channel. The channel is the
 * length-prefixed one of Node's child processes, which carries typed arrays as bytes.
 */
export function answerSpeech(speak: (request: SpeechRequest) => Promise<SpeechAnswer>): void {
  process.on('disconnect', () => process.exit(0))
  process.on('message', (request: SpeechRequest) => {
    speak(request)
      .catch((error: unknown): SpeechAnswer => ({ refused: String(error) }))
      .then(answer => process.send?.(answer))
      .catch(() => process.exit(1))
  })
}
