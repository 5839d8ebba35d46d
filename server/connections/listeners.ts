/** The handlers of one kind of event. One that throws or rejects harms neither the others nor the caller. */
export class Listeners<Arguments extends readonly unknown[]> {
  readonly #handlers = new Set<(...values: Arguments) => unknown>()
  readonly #onFault: (error: unknown) => void

  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault
  }

  /** Returns what takes the handler away again. */
  add(handler: (...values: Arguments) => unknown): () => void {
    // A wrapper of its own, so that one function added twice is heard twice and taken away once.
    const entry = (...values: Arguments) => handler(...values)
    this.#handlers.add(entry)
    return () => void this.#handlers.delete(entry)
  }

  tell(...values: Arguments): void {
    for (const handler of this.#handlers) {
      try {
        const done = handler(...values)
        if (done instanceof Promise) done.catch(this.#onFault)
      } catch (error) {
        this.#onFault(error)
      }
    }
  }
}
