/** The handlers of one kind of event. One that throws harms neither the others nor the caller. */
export class Listeners<Arguments extends readonly unknown[]> {
  readonly #handlers = new Set<(...values: Arguments) => void>()
  readonly #onFault: (error: unknown) => void

  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault
  }

  /** Returns what takes the handler away again. */
  add(handler: (...values: Arguments) => void): () => void {
    // A wrapper of its own, so that one function added twice is heard twice and taken away once.
    const entry = (...values: Arguments) => handler(...values)
    this.#handlers.add(entry)
    return () => void this.#handlers.delete(entry)
  }

  tell(...values: Arguments): void {
    for (const handler of this.#handlers) {
      try {
        handler(...values)
      } catch (error) {
        this.#onFault(error)
      }
    }
  }
}
