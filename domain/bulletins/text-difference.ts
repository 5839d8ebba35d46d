/** A run of text that stayed, came or went. */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Above this many pairs of words the changed middle is shown as replaced whole: still true, only coarser. */
const largestTable = 4_000_000

/** What changed from one text to another, by words; joined, `same` and `removed` give the first, `same` and `added` the second. */
export function textDifference(before: string, after: string): TextChange[] {
  const [first, second] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < first.length && start < second.length && first[start] === second[start]) start += 1
  let end = 0
  while (
    end < first.length - start &&
    end < second.length - start &&
    first[first.length - 1 - end] === second[second.length - 1 - end]
  ) {
    end += 1
  }
  const middle = differenceOf(first.slice(start, first.length - end), second.slice(start, second.length - end))
  return joined([
    { kind: 'same', text: first.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: first.slice(first.length - end).join('') },
  ])
}

/** Words with the spaces and marks between them as pieces of their own, so that joining gives the text again. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
}

function differenceOf(first: readonly string[], second: readonly string[]): TextChange[] {
  if (first.length * second.length > largestTable) {
    return [
      { kind: 'removed', text: first.join('') },
      { kind: 'added', text: second.join('') },
    ]
  }
  const common = commonLengths(first, second)
  const width = second.length + 1
  const changes: TextChange[] = []
  let [row, column] = [0, 0]
  while (row < first.length || column < second.length) {
    if (row < first.length && first[row] === second[column]) {
      changes.push({ kind: 'same', text: first[row] ?? '' })
      row += 1
      column += 1
    } else if (
      row < first.length &&
      (column === second.length || common[(row + 1) * width + column]! >= common[row * width + column + 1]!)
    ) {
      changes.push({ kind: 'removed', text: first[row] ?? '' })
      row += 1
    } else {
      changes.push({ kind: 'added', text: second[column] ?? '' })
      column += 1
    }
  }
  return changes
}

/** Length of the longest common subsequence from each pair of places on, row by row. */
function commonLengths(first: readonly string[], second: readonly string[]): Uint32Array {
  const width = second.length + 1
  const lengths = new Uint32Array((first.length + 1) * width)
  for (let row = first.length - 1; row >= 0; row -= 1) {
    for (let column = second.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        first[row] === second[column]
          ? lengths[(row + 1) * width + column + 1]! + 1
          : Math.max(lengths[(row + 1) * width + column]!, lengths[row * width + column + 1]!)
    }
  }
  return lengths
}

function joined(changes: readonly TextChange[]): TextChange[] {
  const runs: TextChange[] = []
  for (const change of changes) {
    if (change.text === '') continue
    const last = runs.at(-1)
    if (last?.kind === change.kind) runs[runs.length - 1] = { kind: last.kind, text: last.text + change.text }
    else runs.push(change)
  }
  return runs
}
