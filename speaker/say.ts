/** Tells whoever reads the output, one JSON object a line: `event` and what belongs to it. */
export type Say = (event: string, facts?: Readonly<Record<string, unknown>>) => void

export function sayOn(output: NodeJS.WritableStream, wall: () => number): Say {
  return (event, facts = {}) => void output.write(`${JSON.stringify({ time: Math.round(wall()), event, ...facts })}\n`)
}
