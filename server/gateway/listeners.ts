/** The handlers of one kind of event. */
export class Listeners<Arguments extends readonly unknown[]> {
  readonly #handlers = new Set<(...values: Arguments) => void>()

  /** Returns what takes the handler away again. */
  add(handler: (...values: Arguments) => void): () => void {
    // A wrapper of its own, so that one function added twice is heard twice and taken away once.
    const entry = (...values: Arguments) => handler(...values)
    this.#handlers.add(entry)
    return () => void this.#handlers.delete(entry)
  }

  tell(...values: Arguments): void {
    for (const handler of this.#handlers) handler(...values)
  }
}
