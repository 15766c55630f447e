import { openCentre, type StaffedCentre } from './centre.ts'
import { watched } from './watched-store.ts'

/** A centre whose people's every call is checked against the store; `seen` collects what was answered. */
export async function openWatchedCentre(): Promise<StaffedCentre & { seen: Set<string> }> {
  const centre = await openCentre()
  const seen = new Set<string>()
  const as = Object.fromEntries(
    Object.entries(centre.as).map(([key, client]) => [key, watched(centre, client, seen)]),
  ) as StaffedCentre['as']
  return { ...centre, as, seen }
}
