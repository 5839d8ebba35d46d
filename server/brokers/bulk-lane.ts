/** Runs jobs one after the other in slices of a few milliseconds and lets the event loop turn in between. */
export class BulkLane {
  readonly #waiting: (() => void)[] = []
  readonly #sliceMilliseconds: number
  #next = 0
  #scheduled = false

  constructor(sliceMilliseconds = 4) {
    this.#sliceMilliseconds = sliceMilliseconds
  }

  run<Result>(job: () => Result | Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(job())
        } catch (error) {
          reject(error)
        }
      })
      this.#schedule()
    })
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#runSlice()
    })
  }

  #runSlice(): void {
    const until = performance.now() + this.#sliceMilliseconds
    do {
      this.#waiting[this.#next]?.()
      this.#next += 1
    } while (this.#next < this.#waiting.length && performance.now() < until)
    if (this.#next < this.#waiting.length) return this.#schedule()
    this.#waiting.length = 0
    this.#next = 0
  }
}
