/** Days of the Gregorian calendar in China from mean astronomy, knowing nothing of any table. */

const radians = Math.PI / 180
const sine = (degrees: number) => Math.sin(degrees * radians)
const chinaAheadDays = 8 / 24
/** Dynamical less universal time around 2030, in days. */
const deltaT = 73 / 86_400

/** Meeus, Astronomical Algorithms, chapter 49: periodic terms of a new moon as [size, M, M', F] with powers of E. */
const terms: readonly (readonly [number, number, number, number])[] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
]

/** Julian day, in China's time, of new moon `k` (0 is 6 January 2000). */
const newMoon = (k: number): number => {
  const t = k / 1236.85
  const e = 1 - 0.002516 * t
  const sun = 2.5534 + 29.1053567 * k
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
  const node = 124.7746 - 1.56375588 * k
  const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
  const periodic = terms.reduce(
    (sum, [size, m, l, f]) =>
      sum + size * e ** Math.abs(m) * sine(m * sun + l * moon + f * latitude),
    0,
  )
  const planets = 0.000325 * sine(299.77 + 0.107408 * k) + 0.000165 * sine(251.88 + 0.016321 * k)
  return mean + periodic - 0.00017 * sine(node) + planets - deltaT + chinaAheadDays
}

/** Apparent longitude of the sun in degrees (Meeus, chapter 25, 0.01°). */
const sunLongitude = (julianDay: number): number => {
  const t = (julianDay - chinaAheadDays + deltaT - 2451545) / 36525
  const anomaly = 357.52911 + 35999.05029 * t
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    0.019993 * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly)
  const node = 125.04 - 1934.136 * t
  const longitude = 280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * sine(node)
  return ((longitude % 360) + 360) % 360
}

/** Midnight that begins the Chinese day of an instant. */
const dayStart = (julianDay: number) => Math.floor(julianDay + 0.5) - 0.5

const solstice = (year: number): number => {
  let day = 2451545 + (year - 2000) * 365.2422 + 350
  for (let step = 0; step < 20; step += 1) {
    const off = ((270 - sunLongitude(day) + 540) % 360) - 180
    day += off * 1.0146
  }
  return day
}

/** The new moon that begins the month with the winter solstice in it. */
const eleventhMonth = (year: number): number => {
  const day = dayStart(solstice(year))
  let k = Math.ceil((day - 2451550) / 29.530588861) + 1
  while (dayStart(newMoon(k)) > day) k -= 1
  return k
}

/** No twelfth of the sun's way begins in this month. */
const isWithoutMidterm = (k: number): boolean =>
  Math.floor(sunLongitude(dayStart(newMoon(k))) / 30) ===
  Math.floor(sunLongitude(dayStart(newMoon(k + 1))) / 30)

/**
 * First day of the first lunar month as YYYY-MM-DD, by the rules of GB/T 33661: the solstice is in month eleven, and
 * of thirteen months the first without a midterm repeats the number before it.
 */
export function firstDayOfLunarYear(year: number): string {
  const eleventh = eleventhMonth(year - 1)
  const isLong = eleventhMonth(year) - eleventh === 13
  const leap = isLong
    ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].find((ahead) => isWithoutMidterm(eleventh + ahead))
    : undefined
  const first = eleventh + (leap !== undefined && leap <= 2 ? 3 : 2)
  const unixDays = dayStart(newMoon(first)) - 2440587.5
  return new Date(unixDays * 86_400_000).toISOString().slice(0, 10)
}
