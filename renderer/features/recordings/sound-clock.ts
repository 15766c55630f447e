/** 95 s → 01:35; an hour and more → 1:02:05. */
export const lengthWords = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const pad = (number: number) => String(number).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return hours === 0
    ? `${pad(minutes)}:${pad(seconds % 60)}`
    : `${hours}:${pad(minutes)}:${pad(seconds % 60)}`
}

type Line = { id: string; text: string; createdAt: string }
export type Anchor = { entryId: string; text: string; atMs: number }

/** Where in the sound each line was begun: lines of before and after it have no place in it. */
export const anchorsOf = (
  recording: { startedAt: string; durationMs: number },
  lines: readonly Line[],
): Anchor[] =>
  lines
    .map((line) => ({
      entryId: line.id,
      text: line.text,
      atMs: Date.parse(line.createdAt) - Date.parse(recording.startedAt),
    }))
    .filter(({ atMs }) => atMs >= 0 && atMs <= recording.durationMs)
    .toSorted((a, b) => a.atMs - b.atMs)
