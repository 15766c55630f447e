/** Milliseconds of one thing done many times, in order of size. */
export type Times = readonly number[]

/** Does both in turn, so that whatever else the machine does falls on both alike. */
export async function inTurn(
  count: number,
  first: (n: number) => unknown,
  second: (n: number) => unknown,
): Promise<[Times, Times]> {
  const times: [number[], number[]] = [[], []]
  const warmUp = Math.ceil(count / 10)
  for (let n = 0; n < count + warmUp; n += 1) {
    for (const [index, work] of [first, second].entries()) {
      const begun = performance.now()
      await work(n)
      if (n >= warmUp) times[index]?.push(performance.now() - begun)
    }
  }
  return [sorted(times[0]), sorted(times[1])]
}

const sorted = (times: readonly number[]): Times => times.toSorted((a, b) => a - b)

/** @param share 0.5 for the median */
export const percentile = (times: Times, share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN

export type Line = {
  id: string
  what: string
  measured: string
  floor: string
  ratio: number
  goal: string
  holds: boolean
}

/** Columns of equal width; Chinese is not printed here, so characters are cells. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [
    ['id', 'what', 'measured', 'floor of this run', 'ratio', 'goal', ''],
    ...lines.map((line) => [
      line.id,
      line.what,
      line.measured,
      line.floor,
      `${line.ratio.toFixed(2)}x`,
      line.goal,
      line.holds ? 'holds' : 'MISSED',
    ]),
  ]
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
