import { addDays, type LocalDate } from '../domain/local-date.ts'
import { drawTimeline } from './seed-drawing.ts'
import { streamOf, type Random } from './seed-random.ts'
import type { SeedStatus, SeedTimeline } from './seed-timeline.ts'

/** What will become case number `index` of a run: drawn again from the seed whenever it is needed. */
export type SeedPlan = { index: number; status: SeedStatus; start: LocalDate; turn: number }

type Share = {
  status: SeedStatus
  /** Of a hundred thousand cases beyond the first few dozen. */
  weight: number
  /** Days since the application, at least and at most; 0 at most: as long as the run is. */
  age: readonly [from: number, to: number]
}

const shares: readonly Share[] = [
  { status: 'submitted', weight: 60, age: [1, 5] },
  { status: 'supplementing', weight: 60, age: [3, 9] },
  { status: 'rejected', weight: 2600, age: [6, 0] },
  { status: 'accepted', weight: 60, age: [3, 6] },
  { status: 'assigned', weight: 80, age: [5, 9] },
  { status: 'mediating', weight: 700, age: [8, 25] },
  { status: 'suspended', weight: 100, age: [12, 45] },
  { status: 'agreed', weight: 200, age: [14, 28] },
  { status: 'effective', weight: 900, age: [16, 45] },
  { status: 'overdue', weight: 250, age: [42, 110] },
  { status: 'performed', weight: 900, age: [60, 120] },
  { status: 'confirming', weight: 150, age: [30, 60] },
  { status: 'confirmed', weight: 900, age: [40, 140] },
  { status: 'failed', weight: 500, age: [15, 60] },
  { status: 'transferred', weight: 150, age: [14, 60] },
  { status: 'withdrawn', weight: 150, age: [10, 60] },
  { status: 'followUp', weight: 500, age: [90, 150] },
  { status: 'toArchive', weight: 900, age: [110, 200] },
  { status: 'archived', weight: 90_000, age: [140, 0] },
]

/** The first cases of a run show every state, and the busy ones in several stages. */
const firstCases: readonly SeedStatus[] = [
  ...shares.map(({ status }) => status),
  ...Array.from({ length: 5 }, (): SeedStatus => 'mediating'),
  ...Array.from({ length: 2 }, (): SeedStatus => 'agreed'),
  'effective',
  'effective',
  'submitted',
  'accepted',
  'assigned',
  'performed',
  'failed',
  'archived',
  'archived',
]

const totalWeight = shares.reduce((sum, { weight }) => sum + weight, 0)

function drawShare(random: Random): Share {
  let left = random.int(1, totalWeight)
  for (const share of shares) {
    left -= share.weight
    if (left <= 0) return share
  }
  throw new Error('the weights sum to the total')
}

/** Days that a run reaches back: half a year for a few dozen cases, five years for very many. */
const spanOf = (count: number) => Math.min(1825, 240 + Math.ceil(count / 20))

/** All cases of a run in the order of their applications. */
export function planCases(seed: number, count: number, until: LocalDate): SeedPlan[] {
  const random = streamOf(seed, -1)
  const span = spanOf(count)
  const turns = new Map<SeedStatus, number>()
  const plans = Array.from({ length: count }, (_, index): SeedPlan => {
    const first = firstCases[index]
    const share = (first && shares.find(({ status }) => status === first)) ?? drawShare(random)
    const [from, to] = share.age
    const turn = turns.get(share.status) ?? 0
    turns.set(share.status, turn + 1)
    const age = random.int(from, to === 0 ? Math.max(span, from + 30) : to)
    return startInTime(
      seed,
      { index, status: share.status, start: addDays(until, -age), turn },
      until,
    )
  })
  return plans.toSorted((a, b) =>
    a.start < b.start ? -1 : a.start > b.start ? 1 : a.index - b.index,
  )
}

/** Some stories are longer than their age: they began earlier, so that nothing lies in the future. */
function startInTime(seed: number, plan: SeedPlan, until: LocalDate): SeedPlan {
  if (timelineOf(seed, plan).lastDay < until) return plan
  return startInTime(seed, { ...plan, start: addDays(plan.start, -7) }, until)
}

const wordsOf = 1_000_000_007

export const timelineOf = (seed: number, { index, status, start, turn }: SeedPlan): SeedTimeline =>
  drawTimeline(streamOf(seed, index), start, status, turn)

/** What the words, names and ids of one case are drawn from. */
export const wordStream = (seed: number, { index }: SeedPlan): Random =>
  streamOf(seed ^ wordsOf, index)
