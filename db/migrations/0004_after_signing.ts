import type { Migration } from './runner.ts'

/** Obligations and what was done of them, applications, visits, clocks, figures of law. Frozen once shipped. */
export const afterSigning: Migration = {
  id: 4,
  name: 'after_signing',
  up(db) {
    for (const statement of statements) db.exec(statement)
  },
}

const refuse = (table: string, event: 'UPDATE' | 'DELETE') =>
  `CREATE TRIGGER ${table}_refuse_${event.toLowerCase()} BEFORE ${event} ON ${table}
   BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`

const id = 'TEXT PRIMARY KEY CHECK (length(id) = 36)'
const caseId = 'case_id TEXT NOT NULL REFERENCES cases (id)'
const user = (column: string) => `${column} TEXT NOT NULL REFERENCES users (id)`
const day = (column: string) => `${column} TEXT NOT NULL CHECK (${column} GLOB '????-??-??')`
const dayOrNone = (column: string) =>
  `${column} TEXT CHECK (${column} IS NULL OR ${column} GLOB '????-??-??')`
const flag = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} IN (0, 1))`
const money = (column: string) => `${column} INTEGER CHECK (${column} IS NULL OR ${column} >= 0)`

/** An id of the shape of the others for a row that is made here. */
const newId = `lower(printf('%s-%s-4%s-a%s-%s', hex(randomblob(4)), hex(randomblob(2)),
  substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), hex(randomblob(6))))`

const inForce = `a.status = 'signed' AND a.effective_on IS NOT NULL
  AND c.status IN ('effective', 'overdue', 'confirming', 'confirmed')`

const statements = [
  `CREATE TABLE obligations (
    id ${id},
    ${caseId},
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    clause_id TEXT NOT NULL,
    clause_number INTEGER NOT NULL CHECK (clause_number >= 1),
    instalment INTEGER CHECK (instalment IS NULL OR instalment >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('payment','act')),
    debtor_id TEXT,
    creditor_id TEXT,
    text TEXT NOT NULL DEFAULT '',
    ${dayOrNone('due_on')},
    ${money('amount_fen')},
    method TEXT NOT NULL DEFAULT '',
    account TEXT NOT NULL DEFAULT '',
    dropped_at TEXT,
    dropped_reason TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    CHECK ((kind = 'payment') = (amount_fen IS NOT NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX obligations_part ON obligations (agreement_id, clause_id, coalesce(instalment, 0))`,
  `CREATE INDEX obligations_case ON obligations (case_id)`,
  `CREATE INDEX obligations_due ON obligations (due_on) WHERE dropped_at IS NULL`,
  refuse('obligations', 'DELETE'),

  `CREATE TABLE performances (
    id ${id},
    ${caseId},
    obligation_id TEXT NOT NULL REFERENCES obligations (id),
    ${day('done_on')},
    amount_fen INTEGER CHECK (amount_fen IS NULL OR amount_fen > 0),
    method TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    ${user('recorded_by')},
    recorded_at TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT REFERENCES users (id),
    undone_reason TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE INDEX performances_obligation ON performances (obligation_id)`,
  `CREATE INDEX performances_case ON performances (case_id, recorded_at)`,
  refuse('performances', 'DELETE'),
  `CREATE TABLE performance_proofs (
    performance_id TEXT NOT NULL REFERENCES performances (id),
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    PRIMARY KEY (performance_id, attachment_id)
  ) STRICT`,

  `CREATE TABLE urges (
    id ${id},
    ${caseId},
    obligation_id TEXT REFERENCES obligations (id),
    at TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('phone','message','visit','letter')),
    person TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL CHECK (answer IN ('reached','promised','disputed','cannotPay','refused','notReached','sent')),
    ${dayOrNone('promised_on')},
    ${money('promised_fen')},
    words TEXT NOT NULL DEFAULT '',
    sheet_id TEXT,
    ${user('recorded_by')},
    recorded_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX urges_case ON urges (case_id, at)`,
  refuse('urges', 'UPDATE'),
  refuse('urges', 'DELETE'),

  `CREATE TABLE offices (
    id ${id},
    kind TEXT NOT NULL CHECK (kind IN ('court','commission','inspectorate','notary','legalAid','police','petition','other')),
    level TEXT NOT NULL DEFAULT 'basic' CHECK (level IN ('basic','intermediate')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    areas TEXT NOT NULL CHECK (json_valid(areas)),
    address TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    ${flag('invites_us')},
    ${flag('removed')},
    revision INTEGER NOT NULL CHECK (revision >= 1),
    ${user('created_by')},
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE route_answers (
    case_id TEXT PRIMARY KEY REFERENCES cases (id),
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    ${user('updated_by')},
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE strengthenings (
    id ${id},
    ${caseId},
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    route TEXT NOT NULL CHECK (route IN ('judicialConfirmation','arbitralReview','paymentOrder','directSuit','notary',
      'arbitration','enforcement')),
    office_id TEXT REFERENCES offices (id),
    office_name TEXT NOT NULL CHECK (length(office_name) BETWEEN 1 AND 100),
    applied_at TEXT NOT NULL,
    ${money('amount_fen')},
    state TEXT NOT NULL CHECK (state IN ('applied','accepted','granted','refused','ended','withdrawn')),
    number TEXT NOT NULL DEFAULT '',
    ${dayOrNone('accepted_on')},
    ${dayOrNone('served_on')},
    ${dayOrNone('decided_on')},
    reason TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL CHECK (revision >= 1),
    ${user('created_by')},
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX strengthenings_case ON strengthenings (case_id, applied_at)`,
  refuse('strengthenings', 'DELETE'),

  `CREATE TABLE case_risks (
    case_id TEXT PRIMARY KEY REFERENCES cases (id),
    risk TEXT NOT NULL CHECK (risk IN ('low','normal','high')),
    words TEXT NOT NULL DEFAULT '',
    ${user('set_by')},
    set_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE visits (
    id ${id},
    ${caseId},
    ${day('planned_on')},
    cause TEXT NOT NULL CHECK (cause IN ('beforeDue','afterDue','afterClosing','byHand')),
    obligation_id TEXT REFERENCES obligations (id),
    state TEXT NOT NULL CHECK (state IN ('planned','done','skipped')),
    done_at TEXT,
    manner TEXT NOT NULL DEFAULT '',
    party_id TEXT,
    visited_name TEXT NOT NULL DEFAULT '',
    visitor_name TEXT NOT NULL DEFAULT '',
    performance TEXT NOT NULL DEFAULT '',
    satisfaction TEXT CHECK (satisfaction IS NULL OR satisfaction IN ('very','satisfied','neutral','dissatisfied','notSaid')),
    later_suit TEXT NOT NULL DEFAULT '',
    mistakes TEXT NOT NULL DEFAULT '',
    recurrence TEXT CHECK (recurrence IS NULL OR recurrence IN ('none','hidden','escalated')),
    recurrence_words TEXT NOT NULL DEFAULT '',
    measures TEXT NOT NULL DEFAULT '',
    skipped_reason TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL CHECK (revision >= 1),
    ${user('created_by')},
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX visits_case ON visits (case_id, planned_on)`,
  `CREATE INDEX visits_planned ON visits (planned_on) WHERE state = 'planned'`,
  refuse('visits', 'DELETE'),
  `CREATE TABLE case_links (
    case_id TEXT PRIMARY KEY REFERENCES cases (id),
    earlier_id TEXT NOT NULL REFERENCES cases (id),
    kind TEXT NOT NULL CHECK (kind IN ('reEscalated')),
    visit_id TEXT REFERENCES visits (id),
    ${user('created_by')},
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX case_links_earlier ON case_links (earlier_id)`,

  `CREATE TABLE clock_changes (
    id ${id},
    ${caseId},
    rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 40),
    kind TEXT NOT NULL CHECK (kind IN ('pause','extension','override','interruption')),
    ${day('on_day')},
    ${dayOrNone('until_day')},
    pause_reason TEXT,
    consents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(consents)),
    words TEXT NOT NULL DEFAULT '',
    ${user('recorded_by')},
    recorded_at TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT REFERENCES users (id),
    undone_reason TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE INDEX clock_changes_case ON clock_changes (case_id)`,
  refuse('clock_changes', 'DELETE'),
  `CREATE TABLE case_dates (
    ${caseId},
    event TEXT NOT NULL CHECK (length(event) BETWEEN 1 AND 60),
    ${day('on_day')},
    words TEXT NOT NULL DEFAULT '',
    ${user('recorded_by')},
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (case_id, event)
  ) STRICT`,

  `CREATE TABLE holiday_tables (
    id ${id},
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2199),
    holidays TEXT NOT NULL CHECK (json_valid(holidays)),
    workdays TEXT NOT NULL CHECK (json_valid(workdays)),
    source TEXT NOT NULL,
    notice TEXT NOT NULL DEFAULT '',
    ${flag('removed')},
    ${user('entered_by')},
    entered_at TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX holiday_tables_year ON holiday_tables (year) WHERE removed = 0`,
  `CREATE TABLE own_figures (
    id ${id},
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 60),
    variant TEXT,
    region TEXT NOT NULL CHECK (length(region) BETWEEN 2 AND 6),
    value TEXT NOT NULL CHECK (length(value) >= 1),
    unit TEXT NOT NULL,
    ${day('valid_from')},
    ${dayOrNone('valid_to')},
    document TEXT NOT NULL CHECK (length(document) >= 1),
    url TEXT NOT NULL DEFAULT '',
    ${dayOrNone('checked_on')},
    ${flag('verified')},
    note TEXT NOT NULL DEFAULT '',
    ${flag('removed')},
    revision INTEGER NOT NULL CHECK (revision >= 1),
    ${user('entered_by')},
    entered_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE calculations (
    id ${id},
    ${caseId},
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    input TEXT NOT NULL CHECK (json_valid(input)),
    result TEXT NOT NULL CHECK (json_valid(result)),
    amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
    ${flag('statutory')},
    ${flag('removed')},
    ${user('kept_by')},
    kept_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX calculations_case ON calculations (case_id, kept_at)`,
  `CREATE UNIQUE INDEX calculations_statutory ON calculations (case_id) WHERE statutory = 1 AND removed = 0`,
  refuse('calculations', 'DELETE'),

  // Boards ask for the day of effect of every open case: without these the long frozen texts are read for it.
  `CREATE INDEX agreements_effective ON agreements (case_id, version, status, effective_on, id)`,
  `CREATE INDEX case_events_extend ON case_events (case_id, at) WHERE kind = 'extend'`,

  // A form begun at the case is kept like an offer that is only begun; SQLite changes a CHECK by a new table.
  `CREATE TABLE drafts_of_more_kinds (
    id ${id},
    ${user('owner_id')},
    kind TEXT NOT NULL CHECK (kind IN ('offer','passedWarnings','visit','relapse','clockChange','handOver','calculation')),
    object_id TEXT NOT NULL CHECK (length(object_id) = 36),
    sealed TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (owner_id, kind, object_id)
  ) STRICT`,
  `INSERT INTO drafts_of_more_kinds SELECT id, owner_id, kind, object_id, sealed, updated_at FROM private_drafts`,
  'DROP TABLE private_drafts',
  'ALTER TABLE drafts_of_more_kinds RENAME TO private_drafts',

  // What was signed before this version goes on to be followed.
  `INSERT INTO obligations (id, case_id, agreement_id, clause_id, clause_number, instalment, kind,
      debtor_id, creditor_id, text, due_on, amount_fen, method, account, created_at)
    SELECT ${newId}, a.case_id, a.id, k.id, k.position, i.position, 'payment',
      k.payer_id, k.payee_id, k.text, i.due_on, i.amount_fen,
      CASE WHEN i.method = '' THEN k.method ELSE i.method END, k.account, a.updated_at
    FROM agreements a JOIN cases c ON c.id = a.case_id
      JOIN clauses k ON k.agreement_id = a.id JOIN instalments i ON i.clause_id = k.id
    WHERE ${inForce} AND k.kind = 'payment'`,
  `INSERT INTO obligations (id, case_id, agreement_id, clause_id, clause_number, kind, text, created_at)
    SELECT ${newId}, a.case_id, a.id, k.id, k.position, 'act', k.text, a.updated_at
    FROM agreements a JOIN cases c ON c.id = a.case_id JOIN clauses k ON k.agreement_id = a.id
    WHERE ${inForce} AND k.kind IN ('act', 'apology')`,
]
