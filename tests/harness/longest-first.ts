import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Where the minutes go, longest first; whatever is not named is over in seconds. */
const long = [
  '/tests/faults/server-killed-between-steps',
  '/tests/journeys/every-screen-is-readable',
  '/tests/rights/',
  '/tests/journeys/',
  '/tests/faults/',
]

function rank({ moduleId }: TestSpecification): number {
  const at = long.findIndex(part => moduleId.includes(part))
  return at === -1 ? long.length : at
}

/** A long file that begins last leaves every other worker without work until it ends. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
