import { basename } from 'node:path'
import type { clocks as contract } from '#contract/clocks.ts'
import { mayMediate, mayReadContent } from '#db/domain/access/case-access.ts'
import { profileOf } from '#db/domain/clocks/profile.ts'
import { datesWanted, eventNameOf } from '#db/domain/clocks/wanted.ts'
import { periodText } from '#db/domain/deadline/deadline-lines.ts'
import { rulesOfProfile } from '#db/domain/deadline/find-rule.ts'
import { type Profile, profileNames, topicNames } from '#db/domain/deadline/rule.ts'
import { DomainError } from '#db/domain/errors.ts'
import { type LocalDate, yearOf } from '#db/domain/local-date.ts'
import { listCaseHeads } from '#db/queries/clock-board.ts'
import { clockSettings, findClockRow, listCaseDates, listClockChanges } from '#db/queries/clocks.ts'
import { putSetting } from '#db/queries/settings.ts'
import type { Reader } from '#db/schema.ts'
import { accessOf, getCase } from '#db/services/case-access.ts'
import { changeClock, endPause, setCaseDate, undoChange } from '#db/services/clocks.ts'
import { calendarFile } from '#documents/calendar-file.ts'
import { changeOfContract, clocksOfCase, lawOf } from './case-clocks.ts'
import { boardUntil, compareCodes, lookAt, type Looking, type Sketch } from './clock-board.ts'
import type { CommandContext, Handlers, QueryContext } from './context.ts'
import { writeOut } from './volume/volume-files.ts'

const perGroup = 200

/** The first of each group: nobody reads more in a morning. */
function capped(lines: readonly Sketch[]): Sketch[] {
  const counts = new Map<string, number>()
  return lines.filter(({ group }) => {
    const count = (counts.get(group) ?? 0) + 1
    counts.set(group, count)
    return count <= perGroup
  })
}

async function named<Line extends Sketch>(db: Reader, lines: readonly Line[]) {
  const heads = await listCaseHeads(db, [...new Set(lines.map(({ caseId }) => caseId))])
  return lines.flatMap((line) => {
    const head = heads.get(line.caseId)
    return head ? [{ ...line, ...head }] : []
  })
}

const totalsOf = (lines: readonly Sketch[]) => {
  const totals = { overdue: 0, today: 0, soon: 0, waiting: 0, noNextStep: 0 }
  for (const { group } of lines) totals[group] += 1
  return totals
}

async function board({ db, actor, now, resources }: QueryContext) {
  const law = await lawOf(db, resources, now)
  const { lines, missingYears } = await lookAt({ db, actor, law, until: boardUntil(law) })
  return { lines: await named(db, capped(lines)), totals: totalsOf(lines), missingYears }
}

type Stretch = { from: LocalDate; to: LocalDate }
type Dated = Sketch & { dueOn: LocalDate }

/**
 * What falls on a day of the stretch, by the day. What should have been done before the weekend and can still be done
 * stands under today: a calendar taken along on the Sunday must not lose it.
 */
async function datedLines(looking: Looking, { from, to }: Stretch): Promise<Dated[]> {
  const { lines } = await lookAt(looking)
  const { today } = looking.law
  return lines
    .filter((line): line is Dated => line.dueOn !== undefined)
    .map((line) =>
      line.group === 'today' && line.dueOn < today ? { ...line, dueOn: today } : line,
    )
    .filter(({ dueOn }) => from <= dueOn && dueOn <= to)
    .toSorted((a, b) => compareCodes(a.dueOn, b.dueOn) || compareCodes(a.key, b.key))
}

async function calendar({ db, actor, now, resources }: QueryContext, { from, to }: Stretch) {
  const law = await lawOf(db, resources, now)
  const lines = await datedLines({ db, actor, law, until: to }, { from, to })
  const isIn = (day: LocalDate) => from <= day && day <= to
  const tables = resources.calendar
  const years = Array.from(
    { length: Math.max(0, yearOf(to) - yearOf(from) + 1) },
    (_, index) => yearOf(from) + index,
  )
  return {
    lines: await named(db, lines),
    daysOff: tables.flatMap(({ holidays }) => holidays.filter(isIn)).toSorted(),
    workdays: tables.flatMap(({ workdays }) => workdays.filter(isIn)).toSorted(),
    missingYears: years.filter((year) => tables.every((table) => table.year !== year)),
  }
}

async function ofCase({ db, actor, now, resources }: QueryContext, { caseId }: { caseId: string }) {
  const row = await getCase(db, actor, caseId, mayReadContent)
  const facts = await findClockRow(db, caseId)
  if (!facts) throw new DomainError('cases.notFound')
  const law = await lawOf(db, resources, now)
  const profile = profileOf(facts)
  const told = await listCaseDates(db, caseId)
  const rules = resources.deadlineRules()
  return {
    caseId,
    profile,
    profileName: profileNames[profile],
    region: law.region,
    clocks: await clocksOfCase(db, caseId, resources, now),
    datesWanted: datesWanted(law, facts),
    dates: told.map((date) => ({
      ...date,
      eventName: eventNameOf(law, facts, date.event),
    })),
    changes: (await listClockChanges(db, caseId)).map((one) => changeOfContract(one, rules)),
    mayChange: mayMediate(actor, accessOf(row)) && row.status !== 'archived',
  }
}

const isProfile = (name: string): name is Profile => Object.hasOwn(profileNames, name)

async function rules(
  { db, resources }: QueryContext,
  { on, profile }: { on: LocalDate; profile?: string | undefined },
) {
  const { region } = await clockSettings(db)
  const all = resources.deadlineRules()
  const wanted = Object.keys(profileNames)
    .filter(isProfile)
    .filter((name) => profile === undefined || name === profile)
  const found = wanted.flatMap((name) =>
    rulesOfProfile(all, name, { on, ...(region === 'CN' ? {} : { region }) }),
  )
  return [...new Set(found)].map((rule) => ({
    rule: rule.id,
    ruleId: rule.ruleId,
    name: rule.name,
    profiles: rule.profiles.map((name) => profileNames[name]),
    topicName: topicNames[rule.topic],
    eventName: rule.eventName,
    length: periodText(rule.period),
    region: rule.region,
    validFrom: rule.validFrom,
    ...(rule.validTo === undefined ? {} : { validTo: rule.validTo }),
    source: rule.source,
    kind: rule.kind,
    verified: rule.verified,
    ...(rule.note === undefined ? {} : { note: rule.note }),
  }))
}

const lawIn = ({ tx, resources, now }: CommandContext) => lawOf(tx, resources, now)

export const clocks: Handlers<typeof contract> = {
  board,
  ofCase,
  calendar,
  rules,
  async change(context, input) {
    context.about('case', input.caseId)
    return { id: await changeClock(context, await lawIn(context), input) }
  },
  async endPause(context, input) {
    context.about('clockChange', input.id)
    await endPause(context, await lawIn(context), input)
    return {}
  },
  async undoChange(context, input) {
    context.about('clockChange', input.id)
    await undoChange(context, await lawIn(context), input)
    return {}
  },
  async setDate(context, input) {
    context.about('case', input.caseId)
    await setCaseDate(context, await lawIn(context), input)
    return {}
  },
  async exportCalendar({ core, now, actor, read, write }, { from, to, withNames }) {
    const lines = await read(async (db) => {
      const law = await lawOf(db, core, now)
      return named(db, await datedLines({ db, actor: actor(), law, until: to }, { from, to }))
    })
    const file = await core.host.chooseSaveFile({
      title: '导出日历',
      defaultName: `期限日历 ${from} 至 ${to}.ics`,
      extension: 'ics',
    })
    if (file === undefined) return { count: lines.length }
    writeOut(file, new TextEncoder().encode(calendarFile(lines, { now, withNames })))
    await write({ kind: 'calendar', id: actor().userId }, () => Promise.resolve())
    return { saved: basename(file), count: lines.length }
  },
  settings: ({ db }) => clockSettings(db),
  async saveSettings(context, settings) {
    context.about('settings', 'clocks')
    await putSetting(context.tx, 'clocks', settings, context.now)
    return {}
  },
}
