import type { Migration } from './runner.ts'

/** Firms and lawyers, desks and patterns, rotas, duties, bookings, requests, consultations. Frozen once shipped. */
export const lawyersRota: Migration = {
  id: 5,
  name: 'lawyers_rota',
  up(db) {
    for (const statement of statements) db.exec(statement)
  },
}

const refuse = (table: string, event: 'UPDATE' | 'DELETE') =>
  `CREATE TRIGGER ${table}_refuse_${event.toLowerCase()} BEFORE ${event} ON ${table}
   BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`

const id = 'TEXT PRIMARY KEY CHECK (length(id) = 36)'
const user = (column: string) => `${column} TEXT NOT NULL REFERENCES users (id)`
const userOrNone = (column: string) => `${column} TEXT REFERENCES users (id)`
const day = (column: string) => `${column} TEXT NOT NULL CHECK (${column} GLOB '????-??-??')`
const dayOrNone = (column: string) =>
  `${column} TEXT CHECK (${column} IS NULL OR ${column} GLOB '????-??-??')`
const flag = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} IN (0, 1))`
const half = (column: string) =>
  `${column} TEXT NOT NULL CHECK (${column} IN ('morning','afternoon'))`
const halfOrNone = (column: string) =>
  `${column} TEXT CHECK (${column} IS NULL OR ${column} IN ('morning','afternoon'))`
/** HH:MM of the clock on the wall. */
const time = (column: string) =>
  `${column} TEXT NOT NULL CHECK (${column} GLOB '[0-2][0-9]:[0-5][0-9]')`
const words = (column: string) => `${column} TEXT NOT NULL DEFAULT ''`
const revised = `revision INTEGER NOT NULL CHECK (revision >= 1),
    ${user('created_by')},
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL`
const lawyer = 'lawyer_id TEXT NOT NULL REFERENCES lawyers (id)'

const statements = [
  `CREATE TABLE firms (
    id ${id},
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    short_name TEXT NOT NULL CHECK (length(short_name) BETWEEN 1 AND 20),
    ${words('phone')},
    ${words('address')},
    ${words('note')},
    ${dayOrNone('agreement_from')},
    ${dayOrNone('agreement_to')},
    ${flag('removed')},
    ${revised}
  ) STRICT`,
  `CREATE TABLE firm_interests (
    id ${id},
    firm_id TEXT NOT NULL REFERENCES firms (id),
    side TEXT NOT NULL CHECK (side IN ('for','against')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    ${words('identity_number')},
    ${dayOrNone('from_on')},
    ${dayOrNone('to_on')},
    ${words('note')},
    ${flag('removed')},
    ${revised}
  ) STRICT`,
  `CREATE INDEX firm_interests_firm ON firm_interests (firm_id)`,

  `CREATE TABLE lawyers (
    id ${id},
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
    initials TEXT NOT NULL,
    user_id TEXT UNIQUE REFERENCES users (id),
    firm_id TEXT REFERENCES firms (id),
    ${words('licence_number')},
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    languages TEXT NOT NULL CHECK (json_valid(languages)),
    ${words('phone')},
    ${words('contact_hours')},
    ${day('joined_on')},
    ${dayOrNone('left_on')},
    share_percent INTEGER NOT NULL DEFAULT 100 CHECK (share_percent BETWEEN 5 AND 300),
    weekly TEXT CHECK (weekly IS NULL OR json_valid(weekly)),
    per_week INTEGER CHECK (per_week IS NULL OR per_week BETWEEN 0 AND 14),
    per_month INTEGER CHECK (per_month IS NULL OR per_month BETWEEN 0 AND 62),
    rest_days INTEGER NOT NULL DEFAULT 0 CHECK (rest_days BETWEEN 0 AND 30),
    ${flag('twice_a_day')},
    ${flag('head_only')},
    pin TEXT CHECK (pin IS NULL OR json_valid(pin)),
    ${words('note')},
    ${revised}
  ) STRICT`,
  `CREATE TABLE lawyer_days (
    id ${id},
    ${lawyer},
    kind TEXT NOT NULL CHECK (kind IN ('available','unavailable','leave','want','avoid')),
    ${day('from_on')},
    ${day('to_on')},
    ${halfOrNone('half')},
    ${words('words')},
    source TEXT NOT NULL CHECK (source IN ('hand','self','xlsx','ics')),
    source_key TEXT,
    removed_at TEXT,
    ${userOrNone('removed_by')},
    ${user('created_by')},
    created_at TEXT NOT NULL,
    CHECK (from_on <= to_on)
  ) STRICT`,
  `CREATE INDEX lawyer_days_lawyer ON lawyer_days (lawyer_id, from_on)`,
  `CREATE UNIQUE INDEX lawyer_days_source ON lawyer_days (lawyer_id, source_key)
   WHERE source_key IS NOT NULL AND removed_at IS NULL`,
  refuse('lawyer_days', 'DELETE'),
  `CREATE TABLE lawyer_pairings (
    id ${id},
    one_id TEXT NOT NULL REFERENCES lawyers (id),
    other_id TEXT NOT NULL REFERENCES lawyers (id),
    kind TEXT NOT NULL CHECK (kind IN ('together','apart')),
    ${words('note')},
    ${user('created_by')},
    created_at TEXT NOT NULL,
    UNIQUE (one_id, other_id),
    CHECK (one_id < other_id)
  ) STRICT`,

  `CREATE TABLE desks (
    id ${id},
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
    ${words('place')},
    position INTEGER NOT NULL CHECK (position >= 1),
    ${flag('removed')},
    ${revised}
  ) STRICT`,
  `CREATE TABLE shift_patterns (
    id ${id},
    desk_id TEXT NOT NULL REFERENCES desks (id),
    day_kind TEXT NOT NULL CHECK (day_kind IN ('1','2','3','4','5','6','7','market')),
    ${half('half')},
    ${time('starts_at')},
    ${time('ends_at')},
    demand INTEGER NOT NULL CHECK (demand BETWEEN 0 AND 50),
    UNIQUE (desk_id, day_kind, half),
    CHECK (starts_at < ends_at)
  ) STRICT`,
  `CREATE TABLE opening_days (
    date TEXT PRIMARY KEY CHECK (date GLOB '????-??-??'),
    ${flag('open')},
    ${words('words')},
    ${user('created_by')},
    created_at TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE rotas (
    id ${id},
    ${day('from_on')},
    ${day('to_on')},
    solved TEXT CHECK (solved IS NULL OR json_valid(solved)),
    relaxed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(relaxed)),
    ${revised},
    CHECK (from_on <= to_on)
  ) STRICT`,
  `CREATE TABLE shifts (
    id ${id},
    rota_id TEXT NOT NULL REFERENCES rotas (id),
    desk_id TEXT NOT NULL REFERENCES desks (id),
    ${day('date')},
    ${half('half')},
    ${time('starts_at')},
    ${time('ends_at')},
    demand INTEGER NOT NULL CHECK (demand BETWEEN 0 AND 50),
    ${words('words')},
    UNIQUE (desk_id, date, half),
    CHECK (starts_at < ends_at)
  ) STRICT`,
  `CREATE INDEX shifts_rota ON shifts (rota_id, date)`,
  `CREATE INDEX shifts_date ON shifts (date)`,
  `CREATE TABLE rota_seats (
    shift_id TEXT NOT NULL REFERENCES shifts (id),
    ${lawyer},
    rota_id TEXT NOT NULL REFERENCES rotas (id),
    ${flag('pinned')},
    ${flag('knowingly')},
    origin TEXT NOT NULL CHECK (origin IN ('solver','hand','copied','swap','cover','substitute')),
    ${words('reason')},
    ${user('put_by')},
    put_at TEXT NOT NULL,
    PRIMARY KEY (shift_id, lawyer_id)
  ) STRICT`,
  `CREATE INDEX rota_seats_rota ON rota_seats (rota_id)`,

  `CREATE TABLE rota_publications (
    id ${id},
    rota_id TEXT NOT NULL REFERENCES rotas (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    cause TEXT NOT NULL CHECK (cause IN ('publish','leave','cover','swap','substitute')),
    ${words('words')},
    ${user('published_by')},
    published_at TEXT NOT NULL,
    UNIQUE (rota_id, version)
  ) STRICT`,
  refuse('rota_publications', 'UPDATE'),
  refuse('rota_publications', 'DELETE'),
  `CREATE TABLE duties (
    id ${id},
    shift_id TEXT NOT NULL REFERENCES shifts (id),
    ${lawyer},
    ${time('starts_at')},
    ${time('ends_at')},
    state TEXT NOT NULL CHECK (state IN ('planned','cancelled')),
    instead_of TEXT REFERENCES lawyers (id),
    sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    signed_in_at TEXT,
    signed_out_at TEXT,
    corrected_minutes INTEGER CHECK (corrected_minutes IS NULL OR corrected_minutes BETWEEN 0 AND 1440),
    ${words('corrected_reason')},
    ${userOrNone('corrected_by')},
    ${flag('no_show')},
    ${words('no_show_words')},
    revision INTEGER NOT NULL CHECK (revision >= 1),
    published_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (shift_id, lawyer_id),
    CHECK (starts_at < ends_at)
  ) STRICT`,
  `CREATE INDEX duties_lawyer ON duties (lawyer_id)`,
  refuse('duties', 'DELETE'),
  `CREATE TABLE duty_notices (
    id ${id},
    publication_id TEXT NOT NULL REFERENCES rota_publications (id),
    duty_id TEXT NOT NULL REFERENCES duties (id),
    ${lawyer},
    kind TEXT NOT NULL CHECK (kind IN ('added','removed','changed')),
    told_at TEXT,
    ${userOrNone('told_by')},
    channel TEXT CHECK (channel IS NULL OR channel IN ('phone','message','inPerson','seen'))
  ) STRICT`,
  `CREATE INDEX duty_notices_publication ON duty_notices (publication_id)`,
  `CREATE INDEX duty_notices_lawyer ON duty_notices (lawyer_id) WHERE told_at IS NULL`,
  `CREATE TABLE duty_signs (
    id ${id},
    duty_id TEXT REFERENCES duties (id),
    ${lawyer},
    kind TEXT NOT NULL CHECK (kind IN ('in','out')),
    at TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('pin','lockScreen','staff')),
    ${flag('doubted')},
    ${userOrNone('recorded_by')},
    recorded_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX duty_signs_lawyer ON duty_signs (lawyer_id, at)`,
  refuse('duty_signs', 'UPDATE'),
  refuse('duty_signs', 'DELETE'),
  `CREATE TABLE rota_requests (
    id ${id},
    kind TEXT NOT NULL CHECK (kind IN ('leave','cover','swap')),
    ${lawyer},
    duty_id TEXT REFERENCES duties (id),
    partner_id TEXT REFERENCES lawyers (id),
    partner_duty_id TEXT REFERENCES duties (id),
    ${dayOrNone('from_on')},
    ${dayOrNone('to_on')},
    ${words('words')},
    state TEXT NOT NULL CHECK (state IN ('asked','agreed','done','declined','withdrawn')),
    partner_answered_at TEXT,
    partner_answered_by TEXT REFERENCES users (id),
    decided_at TEXT,
    ${userOrNone('decided_by')},
    ${words('decided_words')},
    ${flag('by_staff')},
    ${revised}
  ) STRICT`,
  `CREATE INDEX rota_requests_open ON rota_requests (state) WHERE state IN ('asked','agreed')`,
  `CREATE INDEX rota_requests_lawyer ON rota_requests (lawyer_id)`,

  `CREATE TABLE bookings (
    id ${id},
    case_id TEXT NOT NULL REFERENCES cases (id),
    ${day('date')},
    ${half('half')},
    at_time TEXT CHECK (at_time IS NULL OR at_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    desk_id TEXT REFERENCES desks (id),
    ${words('field')},
    ${words('language')},
    ${flag('required')},
    ${words('words')},
    ${flag('cancelled')},
    ${words('cancelled_words')},
    ${revised}
  ) STRICT`,
  `CREATE INDEX bookings_case ON bookings (case_id)`,
  `CREATE INDEX bookings_date ON bookings (date) WHERE cancelled = 0`,

  `CREATE TABLE consultations (
    id ${id},
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    at TEXT NOT NULL,
    manner TEXT NOT NULL CHECK (manner IN ('visit','phone','online','letter')),
    lawyer_id TEXT REFERENCES lawyers (id),
    duty_id TEXT REFERENCES duties (id),
    category TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL CHECK (json_valid(content)),
    outcome TEXT CHECK (outcome IS NULL OR outcome IN ('answered','later','mediation','arbitration','suit','legalAid','otherOffice')),
    case_id TEXT REFERENCES cases (id),
    draft_id TEXT,
    removed_at TEXT,
    ${words('removed_words')},
    ${revised},
    UNIQUE (year, number)
  ) STRICT`,
  `CREATE INDEX consultations_at ON consultations (at)`,
  `CREATE INDEX consultations_lawyer ON consultations (lawyer_id)`,
  refuse('consultations', 'DELETE'),
  `CREATE TABLE consultation_counts (
    ${lawyer},
    ${day('date')},
    duty_id TEXT REFERENCES duties (id),
    category TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    ${words('words')},
    ${user('updated_by')},
    updated_at TEXT NOT NULL,
    PRIMARY KEY (lawyer_id, date, category)
  ) STRICT`,
]
