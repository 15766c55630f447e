/** 10:32:05 in China. @param instant ISO UTC */
export const clockWithSeconds = (instant: string): string => {
  const hour = (Number(instant.slice(11, 13)) + 8) % 24
  return `${String(hour).padStart(2, '0')}${instant.slice(13, 19)}`
}

/** Since when it lasts: 41 分钟, 1 小时 5 分钟. Both ISO UTC. */
export const lastingWords = (since: string, until: string): string => {
  const minutes = Math.max(0, Math.floor((Date.parse(until) - Date.parse(since)) / 60_000))
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes} 分钟` : `${hours} 小时 ${minutes % 60} 分钟`
}
