/** What a benchmark is told. */
export interface BenchOptions {
  /** Everything generated comes from it, so a run can be repeated. */
  readonly seed: number
}

/** One case of a benchmark; times in milliseconds. `ratio` is rival ÷ ours. */
export interface BenchRow {
  readonly bench: string
  readonly case: string
  /** The size of the case. */
  readonly n: number
  readonly seed: number
  readonly [figure: string]: unknown
}

/** Each `NAME.bench.ts` exports one as `bench`. */
export type Bench = (options: BenchOptions) => AsyncIterable<BenchRow>
