import type { BodySettings } from '../domain/body-settings.ts'
import { caseNumber } from '../domain/file-number.ts'
import {
  addDays,
  formatChineseDate,
  localDateOf,
  yearOf,
  type LocalDate,
} from '../domain/local-date.ts'
import { formatYuan } from '../domain/money.ts'
import type { PartyRecord } from '../queries/parties.ts'
import type { EventDetails } from './case-events.ts'
import { writeVersions } from './seed-agreement.ts'
import { organisation, partiesOn, person } from './seed-people.ts'
import type { Random } from './seed-random.ts'
import { nameMark, type SeedActor, type SeedTimeline } from './seed-timeline.ts'
import { scenarios, type Scenario } from './seed-words.ts'
import type { Lane, RowWriter } from './seed-writer.ts'
import { caseTitle } from './intake.ts'
import type { FrozenMinutes } from './sessions.ts'

export type SeedPerson = { id: string; name: string }
export type SeedTeam = {
  head: SeedPerson
  window: SeedPerson
  mediator: SeedPerson
  recorder: string
}

/** One drawn case with its numbers given, ready to be written. */
export type SeedCase = {
  random: Random
  timeline: SeedTimeline
  team: SeedTeam
  body: BodySettings
  today: LocalDate
  seq: number
  fileNumber: { year: number; seq: number; text: string } | undefined
  /** Of the many thousands of closed cases: steps without the notes between, and the last lines of the talk. */
  isBrief: boolean
}

export type CaseFacts = {
  caseId: string
  title: string
  parties: PartyRecord[]
  amountFen: number | undefined
  scenario: Scenario
  /** Fills {a}, {b}, {amount} and {day}. */
  say(text: string): string
}

const totalWeight = scenarios.reduce((sum, { weight }) => sum + weight, 0)

function pickScenario(random: Random): Scenario {
  let left = random.int(1, totalWeight)
  for (const scenario of scenarios) {
    left -= scenario.weight
    if (left <= 0) return scenario
  }
  throw new Error('the weights sum to the total')
}

/** Most come to the window themselves. */
const sourceCodes =
  'S10 S10 S10 S10 S10 S10 S10 S11 S11 S12 S21 S22 S25 S30 S40 S50 S60 S61 S62 S63'.split(' ')

function drawParties(random: Random, appliedAt: string, { sides }: Scenario): PartyRecord[] {
  const year = yearOf(localDateOf(appliedAt))
  const id = () => random.uuid(appliedAt)
  if (sides === 'people')
    return [person(random, id(), 'applicant', year), person(random, id(), 'respondent', year)]
  if (sides === 'firms')
    return [organisation(random, id(), 'applicant'), organisation(random, id(), 'respondent')]
  const more = sides === 'workersAndFirm' && random.chance(0.15) ? random.int(1, 3) : 0
  return [
    person(random, id(), 'applicant', year),
    ...Array.from({ length: more }, () => person(random, id(), 'coApplicant', year)),
    organisation(random, id(), 'respondent'),
  ]
}

/** Cut at the places that are filled, once for each text of the scenarios. */
const cutTexts = new Map<string, readonly string[]>()

function filled(text: string, words: Readonly<Record<string, string>>): string {
  const known = cutTexts.get(text)
  const parts = known ?? text.split(/[{}]/)
  if (!known) cutTexts.set(text, parts)
  return parts.map((part, index) => (index % 2 === 1 ? (words[part] ?? '') : part)).join('')
}

function drawFacts(random: Random, timeline: SeedTimeline): CaseFacts {
  const { appliedAt } = timeline
  const scenario = pickScenario(random)
  const caseId = random.uuid(appliedAt)
  const parties = drawParties(random, appliedAt, scenario)
  const [from, to] = scenario.yuan ?? [0, 0]
  const amountFen = scenario.yuan && random.int(from / 10, to / 10) * 1000 + random.int(0, 9) * 10
  const firstOf = (roles: readonly string[]) =>
    parties.find(({ role }) => roles.includes(role))?.name ?? ''
  const [a, b] = [firstOf(['applicant']), firstOf(['respondent'])]
  const day = formatChineseDate(addDays(localDateOf(appliedAt), -random.int(20, 120)))
  const amount = formatYuan(amountFen ?? 0)
  return {
    caseId,
    title: caseTitle(scenario.typeCode, parties),
    parties,
    amountFen,
    scenario,
    say: (text) => filled(text, { a, b, amount, day }),
  }
}

const actorId = (team: SeedTeam, by: SeedActor) => team[by].id

/** All rows of one case, in the order that its triggers and references ask for. */
export function writeCase(write: RowWriter, seeded: SeedCase): void {
  const { random, timeline, team } = seeded
  const facts = drawFacts(random, timeline)
  const { caseId, scenario, say } = facts
  const { appliedAt, steps } = timeline
  const year = yearOf(localDateOf(appliedAt))
  const refused = timeline.status === 'rejected'
  write.insert('case', 'cases', {
    id: caseId,
    year,
    seq: seeded.seq,
    case_number: caseNumber(year, seeded.seq),
    status: timeline.status,
    title: facts.title,
    source_code: random.pick(sourceCodes),
    type_code: scenario.typeCode,
    place: scenario.place,
    narrative: say(scenario.narrative),
    claim: say(scenario.claim),
    amount_fen: facts.amountFen ?? null,
    people_count: facts.parties.length,
    other_body: refused ? 'court' : 'none',
    other_body_name: '',
    other_body_refers: 0,
    other_side: timeline.acceptedOn ? 'willing' : 'notAsked',
    scope_doubts: '[]',
    applied_at: appliedAt,
    accepted_on: timeline.acceptedOn ?? null,
    mediator_id: timeline.isAssigned ? team.mediator.id : null,
    created_by: team.window.id,
    practice: 1,
    created_at: appliedAt,
    updated_at: steps.at(-1)?.at ?? appliedAt,
  })
  for (const [index, party] of facts.parties.entries())
    writeParty(write, random, facts, party, index + 1, appliedAt)
  for (const step of seeded.isBrief ? steps.filter(({ to }) => to !== null) : steps) {
    write.insert('case', 'case_events', {
      id: random.uuid(step.at),
      case_id: caseId,
      at: step.at,
      actor_id: actorId(team, step.by),
      kind: step.kind,
      from_status: step.from,
      to_status: step.to,
      details: detailsText(step.details, seeded),
    })
  }
  writeSessions(write, seeded, facts)
  writeVersions(write, seeded, facts)
}

function detailsText(details: EventDetails, { team, fileNumber }: SeedCase): string {
  if (details['mediatorName'] === nameMark)
    return JSON.stringify({ ...details, mediatorName: team.mediator.name })
  if (details['fileNumber'] === nameMark)
    return JSON.stringify({ ...details, fileNumber: fileNumber?.text ?? '' })
  return JSON.stringify(details)
}

function writeParty(
  write: RowWriter,
  random: Random,
  { caseId }: CaseFacts,
  party: PartyRecord,
  position: number,
  appliedAt: string,
) {
  write.insert('case', 'parties', {
    id: party.id,
    case_id: caseId,
    position,
    kind: party.kind,
    role: party.role,
    name: party.name,
    sex: party.sex ?? null,
    ethnicity: party.ethnicity ?? null,
    birth_date: party.birthDate ?? null,
    id_number: party.idNumber ?? null,
    credit_code: party.creditCode ?? null,
    phone: party.phone ?? null,
    address: party.address ?? null,
    occupation: party.occupation ?? null,
    work_unit: party.workUnit ?? null,
    legal_rep_name: party.legalRepName ?? null,
    legal_rep_title: party.legalRepTitle ?? null,
  })
  for (const [index, representative] of party.representatives.entries())
    write.insert('case', 'representatives', {
      id: random.uuid(appliedAt),
      party_id: party.id,
      position: index + 1,
      kind: representative.kind,
      name: representative.name,
      id_number: representative.idNumber ?? null,
      phone: representative.phone ?? null,
      relation: representative.relation ?? null,
      authority: representative.authority ?? null,
    })
}

const shortTalk = 3

/** Lines go in while the session is open, as they do in life; ending it freezes them. */
function writeSessions(write: RowWriter, seeded: SeedCase, facts: CaseFacts) {
  const { random, timeline, team } = seeded
  for (const [index, session] of timeline.sessions.entries()) {
    const id = random.uuid(session.startedAt)
    const lane = session.ordinal === 1 ? 'session1' : 'session2'
    write.insert(lane, 'sessions', {
      id,
      case_id: facts.caseId,
      ordinal: session.ordinal,
      status: 'open',
      place: session.place,
      is_open: random.chance(0.8) ? 1 : 0,
      mediator_id: team.mediator.id,
      recorder_name: team.recorder,
      started_at: session.startedAt,
      rights_told_at: session.toldAt,
      ended_at: null,
      result: null,
      result_note: '',
      frozen: null,
    })
    write.insert(lane, 'session_parts', {
      id,
      session_id: id,
      position: 1,
      kind: 'joint',
      party_id: null,
      started_at: session.startedAt,
      ended_at: session.endedAt ?? null,
    })
    const speakers = writeAttendees({ write, lane }, random, facts, team, id, session.startedAt)
    const whole = index === 0 && !seeded.isBrief
    const talk = whole ? facts.scenario.talk : facts.scenario.talk.slice(-shortTalk)
    for (const [place, line] of talk.entries()) {
      const [who = 'm', text = ''] = line.split(/:(.*)/s)
      const at = minutesAfter(session.toldAt, place * 2 + 1)
      write.insert(lane, 'entries', {
        id: random.uuid(at),
        session_id: id,
        position: place + 1,
        attendee_id: speakers[who.charAt(0)] ?? speakers['m'] ?? '',
        text: facts.say(text),
        is_key_point: who.endsWith('*') ? 1 : 0,
        mark: null,
        removed: 0,
        revision: 1,
        created_at: at,
        updated_at: at,
      })
    }
    if (session.endedAt && session.result)
      write.update(
        lane,
        `UPDATE sessions SET status = 'ended', ended_at = ?, result = ?, frozen = ? WHERE id = ?`,
        [session.endedAt, session.result, minutesHead(seeded, facts, session.startedAt), id],
      )
  }
}

function minutesHead({ team, isBrief }: SeedCase, facts: CaseFacts, startedAt: string) {
  if (isBrief) return null
  const frozen: FrozenMinutes = {
    caseTitle: facts.title,
    mediatorName: team.mediator.name,
    parties: partiesOn(facts.parties, localDateOf(startedAt)),
  }
  return JSON.stringify(frozen)
}

const two = (value: number) => String(value).padStart(2, '0')

/** Within the day: office hours in China end before midnight in UTC. */
function minutesAfter(instant: string, minutes: number): string {
  const total = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + minutes
  return `${instant.slice(0, 11)}${two(Math.floor(total / 60))}:${two(total % 60)}${instant.slice(16)}`
}

/** Attendee ids by the letter that scenarios name speakers with. */
function writeAttendees(
  { write, lane }: { write: RowWriter; lane: Lane },
  random: Random,
  { parties }: CaseFacts,
  team: SeedTeam,
  sessionId: string,
  at: string,
): Record<string, string> {
  const speakers: Record<string, string> = {}
  const add = (
    letter: string,
    position: number,
    capacity: 'mediator' | 'party' | 'representative',
    name: string,
    partyId: string | null,
  ) => {
    const id = random.uuid(at)
    write.insert(lane, 'attendees', {
      id,
      session_id: sessionId,
      position,
      capacity,
      party_id: partyId,
      name,
      note: '',
      consented: 1,
      helper_kind: null,
      disclosure: '',
      joined_at: at,
      left_at: null,
    })
    speakers[letter] ??= id
  }
  add('m', 1, 'mediator', team.mediator.name, null)
  for (const [index, party] of parties.entries()) {
    const letter = party.role === 'respondent' ? 'b' : 'a'
    if (party.kind === 'person') add(letter, index + 2, 'party', party.name, party.id)
    else
      add(
        letter,
        index + 2,
        'representative',
        party.representatives[0]?.name ?? party.legalRepName ?? party.name,
        party.id,
      )
  }
  return speakers
}
