import type { Assignment, RotaLawyer, RotaProblem, RotaShift } from '#db/domain/rota/problem.ts'

/**
 * Judges a rota with code of its own: nothing of `db/domain/rota` but its types. Slow and plain on purpose.
 * Hard rules come back as words, the objective as one number.
 */

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000
const dayOfWeek = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7
const mondayOf = (date: string) => dayNumber(date) - dayOfWeek(date) + 1

const isFree = ({ calendar }: RotaProblem, date: string) =>
  (calendar.holidays as readonly string[]).includes(date) ||
  (dayOfWeek(date) >= 6 && !(calendar.workdays as readonly string[]).includes(date))

const isEve = ({ calendar }: RotaProblem, date: string) => {
  const holidays = calendar.holidays.map((each) => dayNumber(each))
  return !holidays.includes(dayNumber(date)) && holidays.includes(dayNumber(date) + 1)
}

const cannotCome = (problem: RotaProblem, lawyer: RotaLawyer, shift: RotaShift): string[] => {
  const why: string[] = []
  for (const { from, to } of lawyer.leave)
    if (dayNumber(from) <= dayNumber(shift.date) && dayNumber(shift.date) <= dayNumber(to))
      why.push('leave')
  const single = lawyer.exceptions.filter(
    (each) => each.date === shift.date && (!each.half || each.half === shift.half),
  )
  const last = single[single.length - 1]
  const usual =
    lawyer.weekly === undefined ||
    lawyer.weekly.filter(
      (each) => each.weekday === dayOfWeek(shift.date) && each.half === shift.half,
    ).length > 0
  if (!(last ? last.available : usual)) why.push('availability')
  const firm = problem.firms.find(({ id }) => id === lawyer.firm)
  if (firm?.agreementFrom && firm.agreementFrom > shift.date) why.push('agreement')
  if (firm?.agreementTo && firm.agreementTo < shift.date) why.push('agreement')
  if (problem.settings.conflicts !== 'flag' && firm && shift.conflictFirms.includes(firm.id))
    why.push('conflict')
  return why
}

type Placed = { lawyer: RotaLawyer; shift: RotaShift; known: boolean }

const placedOf = (problem: RotaProblem, rota: readonly Assignment[]): Placed[] =>
  rota.map((each) => {
    const lawyer = problem.lawyers.find(({ id }) => id === each.lawyer)
    const shift = problem.shifts.find(({ id }) => id === each.shift)
    if (!lawyer || !shift) throw new Error('an assignment of nobody or nothing')
    const known = problem.pins.some(
      (pin) => pin.knowingly && pin.lawyer === each.lawyer && pin.shift === each.shift,
    )
    return { lawyer, shift, known }
  })

/** Every hard rule that the rota breaks, in words; `relaxed` of the problem is kept to. */
export function faultsOfRota(problem: RotaProblem, rota: readonly Assignment[]): string[] {
  const faults: string[] = []
  const off = (rule: string) => problem.relaxed.includes(rule)
  const placed = placedOf(problem, rota)
  for (const shift of problem.shifts) {
    const there = placed.filter((each) => each.shift === shift)
    if (new Set(there.map(({ lawyer }) => lawyer)).size < there.length) faults.push('twice there')
    if (there.length > shift.demand) faults.push(`too many on ${shift.id}`)
    if (there.length < shift.demand && !problem.settings.allowGaps && !off(`demand:${shift.id}`))
      faults.push(`too few on ${shift.id}`)
    shift.needs.forEach(({ kind, value, required }, index) => {
      const met = there.some(({ lawyer }) =>
        kind === 'field' ? lawyer.fields.includes(value) : lawyer.languages.includes(value),
      )
      if (required && !met && !off(`need:${shift.id}#${index}`)) faults.push(`need of ${shift.id}`)
    })
  }
  for (const { lawyer, shift } of problem.pins)
    if (!off(`pin:${lawyer}|${shift}`))
      if (!rota.some((each) => each.lawyer === lawyer && each.shift === shift))
        faults.push(`pin ${lawyer} ${shift}`)
  for (const lawyer of problem.lawyers) faults.push(...faultsOfOne(problem, lawyer, placed))
  for (const { lawyers, kind } of problem.pairings) {
    if (kind !== 'apart' || off(`apart:${lawyers.toSorted().join('|')}`)) continue
    for (const one of placed.filter(({ lawyer }) => lawyer.id === lawyers[0]))
      for (const other of placed.filter(({ lawyer }) => lawyer.id === lawyers[1]))
        if (one.shift.date === other.shift.date && one.shift.half === other.shift.half)
          if (!one.known || !other.known) faults.push(`${lawyers.join()} together`)
  }
  return faults
}

function faultsOfOne(problem: RotaProblem, lawyer: RotaLawyer, all: readonly Placed[]): string[] {
  const faults: string[] = []
  const { perWeek, perMonth, restDays = 0, twiceADay } = lawyer.limits
  const off = (kind: string) => problem.relaxed.includes(`${kind}:${lawyer.id}`)
  const mine = all.filter((each) => each.lawyer === lawyer)
  const around = problem.adjacent.filter((each) => each.lawyer === lawyer.id)
  for (const { shift, known } of mine) {
    if (!known)
      for (const why of cannotCome(problem, lawyer, shift))
        if (!off(why) && !(why === 'conflict' && problem.relaxed.includes(`conflict:${shift.id}`)))
          faults.push(`${lawyer.id} ${shift.id} ${why}`)
    for (const duty of around) {
      const gap = Math.abs(dayNumber(duty.date) - dayNumber(shift.date))
      if (gap === 0 && duty.half === shift.half) faults.push(`${lawyer.id} elsewhere`)
      else if (known) continue
      else if (gap === 0 && !twiceADay && !off('twice')) faults.push(`${lawyer.id} twice`)
      else if (gap > 0 && gap <= restDays && !off('rest')) faults.push(`${lawyer.id} rest`)
    }
  }
  mine.forEach((one, index) => {
    for (const other of mine.slice(index + 1)) {
      const gap = Math.abs(dayNumber(one.shift.date) - dayNumber(other.shift.date))
      if (gap === 0 && one.shift.half === other.shift.half) faults.push(`${lawyer.id} two places`)
      else if (one.known && other.known) continue
      else if (gap === 0 && !twiceADay && !off('twice')) faults.push(`${lawyer.id} twice`)
      else if (gap > 0 && gap <= restDays && !off('rest')) faults.push(`${lawyer.id} rest`)
    }
  })
  const over = (limit: number | undefined, keyOf: (date: string) => string | number) => {
    if (limit === undefined) return false
    return mine.some(({ shift }) => {
      const within = mine.filter((each) => keyOf(each.shift.date) === keyOf(shift.date))
      const outside = around.filter(({ date }) => keyOf(date) === keyOf(shift.date)).length
      const known = within.filter((each) => each.known).length
      return within.length + outside > limit && within.length > known
    })
  }
  if (over(perWeek, mondayOf) && !off('weekLimit')) faults.push(`${lawyer.id} week`)
  if (over(perMonth, (date) => date.slice(0, 7)) && !off('monthLimit'))
    faults.push(`${lawyer.id} month`)
  return faults
}

/** The objective by its definition, term by term. */
export function valueOfRota(problem: RotaProblem, rota: readonly Assignment[]): number {
  const { weights } = problem
  const placed = placedOf(problem, rota)
  const always = () => true
  const kinds = [
    ['total', weights.fairTotal, always],
    ['weekends', weights.fairWeekends, (date: string) => isFree(problem, date)],
    ['beforeHolidays', weights.fairBeforeHolidays, (date: string) => isEve(problem, date)],
  ] as const
  const turn = ({ share = 1, activeDays = 365 }: RotaLawyer) => share * (activeDays / 365)
  const turns = problem.lawyers.map(turn).reduce((a, b) => a + b, 0)
  let value = 0
  for (const [kind, weight, counts] of kinds) {
    let all = 0
    for (const { history } of problem.lawyers) all += history[kind]
    for (const { date, demand } of problem.shifts) if (counts(date)) all += demand
    for (const lawyer of problem.lawyers) {
      const own = placed.filter((each) => each.lawyer === lawyer && counts(each.shift.date)).length
      const distance = lawyer.history[kind] + own - (all * turn(lawyer)) / turns
      value += Math.round(weight * distance * distance)
    }
  }
  for (const lawyer of problem.lawyers) {
    const mine = placed.filter((each) => each.lawyer === lawyer).map(({ shift }) => shift)
    for (const { date, half, kind } of lawyer.wishes) {
      const met = mine.filter((each) => each.date === date && (!half || each.half === half))
      if (kind === 'avoid') value += weights.metAvoid * met.length
      else if (met.length === 0) value += weights.unmetWant
    }
    const told = problem.published
      .filter((each) => each.lawyer === lawyer.id)
      .map(({ shift }) => problem.shifts.find(({ id }) => id === shift))
      .map((shift) => `${shift?.date} ${shift?.half}`)
    for (const half of new Set(told))
      if (!mine.some((each) => `${each.date} ${each.half}` === half)) value += weights.change
  }
  for (const shift of problem.shifts) {
    const there = placed.filter((each) => each.shift === shift).map(({ lawyer }) => lawyer)
    value += weights.gap * Math.max(0, shift.demand - there.length)
    for (const { firm } of there)
      if (firm && shift.conflictFirms.includes(firm)) value += weights.conflict
    for (const need of shift.needs)
      if (
        !there.some((each) =>
          (need.kind === 'field' ? each.fields : each.languages).includes(need.value),
        )
      )
        value += weights.unmetNeed
  }
  for (const date of new Set(problem.shifts.map((shift) => shift.date)))
    for (const { id } of problem.firms) {
      const there = placed.filter(({ lawyer, shift }) => lawyer.firm === id && shift.date === date)
      value += weights.sameFirm * Math.max(0, there.length - 1)
    }
  for (const { lawyers, kind } of problem.pairings)
    for (const half of new Set(problem.shifts.map((shift) => `${shift.date} ${shift.half}`))) {
      const here = placed
        .filter(({ shift }) => `${shift.date} ${shift.half}` === half)
        .map(({ lawyer }) => lawyer.id)
      if (kind === 'together' && here.includes(lawyers[0]) !== here.includes(lawyers[1]))
        value += weights.splitPair
    }
  return value
}

/** Every rota there is, tried: the least value of those that keep the rules, or undefined when none does. */
export function bestByTrying(problem: RotaProblem): number | undefined {
  let best: number | undefined
  const choose = (index: number, rota: readonly Assignment[]) => {
    const shift = problem.shifts[index]
    if (!shift) {
      if (faultsOfRota(problem, rota).length > 0) return
      const value = valueOfRota(problem, rota)
      if (best === undefined || value < best) best = value
      return
    }
    const mayLack = problem.settings.allowGaps || problem.relaxed.includes(`demand:${shift.id}`)
    const seat = (from: number, taken: readonly Assignment[]) => {
      if (taken.length === shift.demand || mayLack) choose(index + 1, [...rota, ...taken])
      if (taken.length === shift.demand) return
      problem.lawyers.forEach(({ id }, at) => {
        if (at >= from) seat(at + 1, [...taken, { lawyer: id, shift: shift.id }])
      })
    }
    seat(0, [])
  }
  choose(0, [])
  return best
}
