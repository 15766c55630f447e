import type { Migration } from './runner.ts'

/** The first shape of a store. Frozen: a later shape is a later migration. */
export const createStore: Migration = {
  id: 1,
  name: 'create_store',
  up(db) {
    for (const statement of statements) db.exec(statement)
  },
}

const refuse = (table: string, event: 'UPDATE' | 'DELETE', when = '') =>
  `CREATE TRIGGER ${table}_refuse_${event.toLowerCase()} BEFORE ${event} ON ${table} ${when}
   BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`

const statements = [
  `CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value)),
    updated_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE users (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
    role TEXT NOT NULL CHECK (role IN ('receptionist','mediator','lawyer','head','administrator')),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX users_name ON users (name) WHERE active = 1`,

  `CREATE TABLE number_sequences (
    kind TEXT NOT NULL CHECK (kind IN ('case','agreement')),
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    last INTEGER NOT NULL CHECK (last >= 0),
    PRIMARY KEY (kind, year)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE intake_drafts (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    owner_id TEXT NOT NULL REFERENCES users (id),
    form TEXT NOT NULL CHECK (json_valid(form)),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX intake_drafts_owner ON intake_drafts (owner_id, updated_at)`,

  `CREATE TABLE cases (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    year INTEGER NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    case_number TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('draft','submitted','supplementing','rejected','accepted',
      'assigned','mediating','suspended','agreed','effective','overdue','performed','confirming',
      'confirmed','failed','transferred','withdrawn','followUp','toArchive','archived')),
    title TEXT NOT NULL CHECK (length(title) >= 1),
    source_code TEXT NOT NULL,
    type_code TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    narrative TEXT NOT NULL,
    claim TEXT NOT NULL DEFAULT '',
    amount_fen INTEGER CHECK (amount_fen IS NULL OR amount_fen >= 0),
    people_count INTEGER NOT NULL CHECK (people_count >= 1),
    other_body TEXT NOT NULL,
    other_body_name TEXT NOT NULL DEFAULT '',
    other_body_refers INTEGER NOT NULL CHECK (other_body_refers IN (0, 1)),
    other_side TEXT NOT NULL CHECK (other_side IN ('notAsked','willing','refuses')),
    scope_doubts TEXT NOT NULL CHECK (json_valid(scope_doubts)),
    applied_at TEXT NOT NULL,
    accepted_on TEXT CHECK (accepted_on IS NULL OR accepted_on GLOB '????-??-??'),
    mediator_id TEXT REFERENCES users (id),
    created_by TEXT NOT NULL REFERENCES users (id),
    practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (year, seq)
  ) STRICT`,
  `CREATE INDEX cases_recent ON cases (applied_at DESC, id DESC)`,
  `CREATE INDEX cases_status ON cases (status, applied_at DESC, id DESC)`,
  `CREATE INDEX cases_mediator ON cases (mediator_id, status, applied_at DESC, id DESC)`,
  `CREATE INDEX cases_creator ON cases (created_by, applied_at DESC)`,
  `CREATE TRIGGER cases_refuse_delete BEFORE DELETE ON cases
   BEGIN SELECT RAISE(ABORT, 'a numbered case is never deleted'); END`,

  `CREATE TABLE parties (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('person','organisation')),
    role TEXT NOT NULL CHECK (role IN ('applicant','respondent','thirdParty','coApplicant','party')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    sex TEXT CHECK (sex IS NULL OR sex IN ('male','female')),
    ethnicity TEXT,
    birth_date TEXT,
    id_number TEXT,
    credit_code TEXT,
    phone TEXT,
    address TEXT,
    occupation TEXT,
    work_unit TEXT,
    legal_rep_name TEXT,
    legal_rep_title TEXT,
    UNIQUE (case_id, position)
  ) STRICT`,
  `CREATE INDEX parties_name ON parties (name)`,
  `CREATE INDEX parties_id_number ON parties (id_number) WHERE id_number IS NOT NULL`,

  `CREATE TABLE representatives (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    party_id TEXT NOT NULL REFERENCES parties (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('guardian','agent','legalRepresentative')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
    id_number TEXT,
    phone TEXT,
    relation TEXT,
    authority TEXT CHECK (authority IS NULL OR authority IN ('general','special')),
    UNIQUE (party_id, position)
  ) STRICT`,

  `CREATE TABLE case_events (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    actor_id TEXT NOT NULL REFERENCES users (id),
    kind TEXT NOT NULL,
    from_status TEXT,
    to_status TEXT,
    details TEXT NOT NULL CHECK (json_valid(details))
  ) STRICT`,
  `CREATE INDEX case_events_case ON case_events (case_id, at)`,
  refuse('case_events', 'UPDATE'),
  refuse('case_events', 'DELETE'),

  `CREATE TABLE sessions (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    status TEXT NOT NULL CHECK (status IN ('open','ended')),
    place TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    mediator_id TEXT NOT NULL REFERENCES users (id),
    recorder_name TEXT NOT NULL,
    started_at TEXT NOT NULL,
    rights_told_at TEXT,
    ended_at TEXT,
    result TEXT CHECK (result IS NULL OR result IN ('agreed','notAgreed','adjourned')),
    result_note TEXT NOT NULL DEFAULT '',
    frozen TEXT CHECK (frozen IS NULL OR json_valid(frozen)),
    UNIQUE (case_id, ordinal)
  ) STRICT`,
  `CREATE UNIQUE INDEX sessions_one_open ON sessions (case_id) WHERE status = 'open'`,

  `CREATE TABLE attendees (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    capacity TEXT NOT NULL CHECK (capacity IN ('mediator','party','representative','helper','lawyer')),
    party_id TEXT REFERENCES parties (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    note TEXT NOT NULL DEFAULT '',
    consented INTEGER NOT NULL DEFAULT 1 CHECK (consented IN (0, 1)),
    UNIQUE (session_id, position)
  ) STRICT`,

  `CREATE TABLE entries (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    position REAL NOT NULL,
    attendee_id TEXT NOT NULL REFERENCES attendees (id),
    text TEXT NOT NULL,
    is_key_point INTEGER NOT NULL DEFAULT 0 CHECK (is_key_point IN (0, 1)),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX entries_session ON entries (session_id, position)`,
  `CREATE TRIGGER entries_frozen_insert BEFORE INSERT ON entries
   WHEN (SELECT status FROM sessions WHERE id = NEW.session_id) = 'ended'
   BEGIN SELECT RAISE(ABORT, 'the session has ended'); END`,
  `CREATE TRIGGER entries_frozen_update BEFORE UPDATE ON entries
   WHEN (SELECT status FROM sessions WHERE id = OLD.session_id) = 'ended'
   BEGIN SELECT RAISE(ABORT, 'the session has ended'); END`,
  refuse('entries', 'DELETE'),

  `CREATE TABLE agreements (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    status TEXT NOT NULL CHECK (status IN ('draft','submitted','returned','approved','signed','superseded','void')),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    year INTEGER,
    seq INTEGER CHECK (seq IS NULL OR seq >= 1),
    file_number TEXT,
    facts TEXT NOT NULL DEFAULT '',
    issues TEXT NOT NULL DEFAULT '',
    responsibilities TEXT NOT NULL DEFAULT '',
    performance_manner TEXT NOT NULL DEFAULT '',
    performance_deadline TEXT NOT NULL DEFAULT '',
    performance_place TEXT NOT NULL DEFAULT '',
    copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99),
    mediator_id TEXT NOT NULL REFERENCES users (id),
    recorder_name TEXT NOT NULL DEFAULT '',
    frozen TEXT CHECK (frozen IS NULL OR json_valid(frozen)),
    frozen_sha256 TEXT,
    approved_by TEXT REFERENCES users (id),
    approved_at TEXT,
    effective_on TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (case_id, version),
    CHECK ((file_number IS NULL) = (seq IS NULL)),
    CHECK ((file_number IS NULL) = (year IS NULL)),
    CHECK (status NOT IN ('approved','signed') OR (file_number IS NOT NULL AND frozen IS NOT NULL AND frozen_sha256 IS NOT NULL))
  ) STRICT`,
  `CREATE INDEX agreements_status ON agreements (status, updated_at)`,
  `CREATE INDEX agreements_number ON agreements (year, seq) WHERE seq IS NOT NULL`,
  // Versions of one agreement share its number; two cases never do.
  `CREATE TRIGGER agreements_number_of_one_case BEFORE UPDATE OF seq, year ON agreements
   WHEN NEW.seq IS NOT NULL AND EXISTS (SELECT 1 FROM agreements a
     WHERE a.year = NEW.year AND a.seq = NEW.seq AND a.case_id <> NEW.case_id)
   BEGIN SELECT RAISE(ABORT, 'the number belongs to another case'); END`,
  `CREATE TRIGGER agreements_number_of_one_case_insert BEFORE INSERT ON agreements
   WHEN NEW.seq IS NOT NULL AND EXISTS (SELECT 1 FROM agreements a
     WHERE a.year = NEW.year AND a.seq = NEW.seq AND a.case_id <> NEW.case_id)
   BEGIN SELECT RAISE(ABORT, 'the number belongs to another case'); END`,
  `CREATE TRIGGER agreements_frozen BEFORE UPDATE ON agreements
   WHEN OLD.frozen IS NOT NULL AND (
     NEW.frozen IS NOT OLD.frozen OR NEW.frozen_sha256 IS NOT OLD.frozen_sha256
     OR NEW.file_number IS NOT OLD.file_number OR NEW.year IS NOT OLD.year OR NEW.seq IS NOT OLD.seq
     OR NEW.facts IS NOT OLD.facts OR NEW.issues IS NOT OLD.issues
     OR NEW.responsibilities IS NOT OLD.responsibilities
     OR NEW.performance_manner IS NOT OLD.performance_manner
     OR NEW.performance_deadline IS NOT OLD.performance_deadline
     OR NEW.performance_place IS NOT OLD.performance_place OR NEW.copies IS NOT OLD.copies
     OR NEW.case_id IS NOT OLD.case_id OR NEW.version IS NOT OLD.version
     OR NEW.mediator_id IS NOT OLD.mediator_id OR NEW.recorder_name IS NOT OLD.recorder_name
     OR NEW.approved_by IS NOT OLD.approved_by OR NEW.approved_at IS NOT OLD.approved_at)
   BEGIN SELECT RAISE(ABORT, 'an approved agreement is frozen'); END`,
  `CREATE TRIGGER agreements_refuse_delete BEFORE DELETE ON agreements
   BEGIN SELECT RAISE(ABORT, 'an agreement is never deleted'); END`,

  `CREATE TABLE clauses (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('payment','act','apology','confirm','other')),
    text TEXT NOT NULL DEFAULT '',
    payer_id TEXT REFERENCES parties (id),
    payee_id TEXT REFERENCES parties (id),
    total_fen INTEGER CHECK (total_fen IS NULL OR total_fen >= 0),
    method TEXT NOT NULL DEFAULT '',
    account TEXT NOT NULL DEFAULT '',
    UNIQUE (agreement_id, position)
  ) STRICT`,
  `CREATE TABLE instalments (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    clause_id TEXT NOT NULL REFERENCES clauses (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    due_on TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
    amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
    method TEXT NOT NULL DEFAULT '',
    UNIQUE (clause_id, position)
  ) STRICT`,
  ...['INSERT', 'UPDATE', 'DELETE'].flatMap((event) => {
    const row = event === 'INSERT' ? 'NEW' : 'OLD'
    return [
      `CREATE TRIGGER clauses_frozen_${event.toLowerCase()} BEFORE ${event} ON clauses
       WHEN (SELECT frozen FROM agreements WHERE id = ${row}.agreement_id) IS NOT NULL
       BEGIN SELECT RAISE(ABORT, 'an approved agreement is frozen'); END`,
      `CREATE TRIGGER instalments_frozen_${event.toLowerCase()} BEFORE ${event} ON instalments
       WHEN (SELECT a.frozen FROM agreements a JOIN clauses c ON c.agreement_id = a.id
             WHERE c.id = ${row}.clause_id) IS NOT NULL
       BEGIN SELECT RAISE(ABORT, 'an approved agreement is frozen'); END`,
    ]
  }),

  `CREATE TABLE agreement_reviews (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    at TEXT NOT NULL,
    actor_id TEXT NOT NULL REFERENCES users (id),
    decision TEXT NOT NULL CHECK (decision IN ('submitted','withdrawn','approved','returned')),
    words TEXT NOT NULL DEFAULT '',
    CHECK (decision <> 'returned' OR length(words) >= 1)
  ) STRICT`,
  `CREATE INDEX agreement_reviews_agreement ON agreement_reviews (agreement_id, at)`,
  refuse('agreement_reviews', 'UPDATE'),
  refuse('agreement_reviews', 'DELETE'),

  `CREATE TABLE signatures (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    capacity TEXT NOT NULL CHECK (capacity IN ('party','representative','mediator','recorder','body')),
    party_id TEXT REFERENCES parties (id),
    signer_name TEXT NOT NULL CHECK (length(signer_name) >= 1),
    manner TEXT NOT NULL CHECK (json_valid(manner) AND json_array_length(manner) >= 1),
    signed_on TEXT NOT NULL CHECK (signed_on GLOB '????-??-??'),
    recorded_by TEXT NOT NULL REFERENCES users (id),
    recorded_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX signatures_agreement ON signatures (agreement_id)`,
  refuse('signatures', 'UPDATE'),
  `CREATE TRIGGER signatures_frozen_delete BEFORE DELETE ON signatures
   WHEN (SELECT status FROM agreements WHERE id = OLD.agreement_id) <> 'approved'
   BEGIN SELECT RAISE(ABORT, 'signatures of a signed agreement stay'); END`,

  `CREATE TABLE attachments (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    agreement_id TEXT REFERENCES agreements (id),
    kind TEXT NOT NULL CHECK (kind IN ('signedScan','evidence','identity','other')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 1),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    added_by TEXT NOT NULL REFERENCES users (id),
    added_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX attachments_case ON attachments (case_id, added_at)`,
  `CREATE TABLE attachment_chunks (
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    bytes BLOB NOT NULL,
    PRIMARY KEY (attachment_id, position)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE paper_outputs (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    form TEXT NOT NULL,
    object_id TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('printer','pdf','docx')),
    copies INTEGER NOT NULL CHECK (copies >= 1),
    at TEXT NOT NULL,
    actor_id TEXT NOT NULL REFERENCES users (id)
  ) STRICT`,
  `CREATE INDEX paper_outputs_case ON paper_outputs (case_id, at)`,
  refuse('paper_outputs', 'UPDATE'),
  refuse('paper_outputs', 'DELETE'),

  `CREATE TABLE audit_log (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_role TEXT NOT NULL,
    operation TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    result TEXT NOT NULL,
    prev TEXT NOT NULL,
    mac TEXT NOT NULL
  ) STRICT`,
  refuse('audit_log', 'UPDATE'),
  refuse('audit_log', 'DELETE'),
]
