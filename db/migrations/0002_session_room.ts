import type { Migration } from './runner.ts'

/** Parts of a session, the wall, offers, read-back and signatures on screen. Frozen once shipped. */
export const sessionRoom: Migration = {
  id: 2,
  name: 'session_room',
  up(db) {
    for (const statement of statements) db.exec(statement)
    // A session of before was one joint talk from its first to its last minute.
    db.run(
      `INSERT INTO session_parts (id, session_id, position, kind, party_id, started_at, ended_at)
       SELECT id, id, 1, 'joint', NULL, started_at, ended_at FROM sessions`,
    )
  },
}

const refuse = (table: string, event: 'UPDATE' | 'DELETE') =>
  `CREATE TRIGGER ${table}_refuse_${event.toLowerCase()} BEFORE ${event} ON ${table}
   BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`

const statements = [
  `CREATE TABLE session_parts (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('joint','separate','pause')),
    party_id TEXT REFERENCES parties (id),
    started_at TEXT NOT NULL,
    ended_at TEXT,
    UNIQUE (session_id, position),
    CHECK ((kind = 'separate') = (party_id IS NOT NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX session_parts_one_open ON session_parts (session_id) WHERE ended_at IS NULL`,
  refuse('session_parts', 'DELETE'),

  // The key of each thing behind the wall, wrapped by a key that only the open store derives.
  `CREATE TABLE seals (
    kind TEXT NOT NULL CHECK (kind IN ('part','notes','offers','draft')),
    object_id TEXT NOT NULL CHECK (length(object_id) = 36),
    wrapped_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (kind, object_id)
  ) STRICT, WITHOUT ROWID`,
  refuse('seals', 'UPDATE'),
  refuse('seals', 'DELETE'),

  `CREATE TABLE sealed_entries (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    part_id TEXT NOT NULL REFERENCES session_parts (id),
    position REAL NOT NULL,
    sealed TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX sealed_entries_part ON sealed_entries (part_id, position)`,
  ...(['INSERT', 'UPDATE'] as const).map(
    (
      event,
    ) => `CREATE TRIGGER sealed_entries_frozen_${event.toLowerCase()} BEFORE ${event} ON sealed_entries
   WHEN (SELECT s.status FROM sessions s JOIN session_parts p ON p.session_id = s.id
         WHERE p.id = ${event === 'INSERT' ? 'NEW' : 'OLD'}.part_id) = 'ended'
   BEGIN SELECT RAISE(ABORT, 'the session has ended'); END`,
  ),
  refuse('sealed_entries', 'DELETE'),

  `CREATE TABLE private_notes (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    owner_id TEXT NOT NULL REFERENCES users (id),
    sealed TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    updated_at TEXT NOT NULL,
    UNIQUE (case_id, owner_id)
  ) STRICT`,

  // What somebody has begun to write and not yet recorded: an offer, the reasons for passing warnings.
  `CREATE TABLE private_drafts (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    owner_id TEXT NOT NULL REFERENCES users (id),
    kind TEXT NOT NULL CHECK (kind IN ('offer','passedWarnings')),
    object_id TEXT NOT NULL CHECK (length(object_id) = 36),
    sealed TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (owner_id, kind, object_id)
  ) STRICT`,

  `ALTER TABLE entries ADD COLUMN mark TEXT
    CHECK (mark IS NULL OR mark IN ('undisputedFact','evidence','disagreement','concession'))`,

  `ALTER TABLE attendees ADD COLUMN helper_kind TEXT CHECK (helper_kind IS NULL OR
    helper_kind IN ('relative','neighbour','colleague','expert','organisation','dutyLawyer'))`,
  `ALTER TABLE attendees ADD COLUMN disclosure TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE attendees ADD COLUMN joined_at TEXT`,
  `ALTER TABLE attendees ADD COLUMN left_at TEXT`,
  `CREATE TABLE attendee_consents (
    attendee_id TEXT NOT NULL REFERENCES attendees (id),
    party_id TEXT NOT NULL REFERENCES parties (id),
    consented_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES users (id),
    PRIMARY KEY (attendee_id, party_id)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE undisputed_facts (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    session_id TEXT REFERENCES sessions (id),
    entry_id TEXT REFERENCES entries (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX undisputed_facts_case ON undisputed_facts (case_id, position)`,
  // Of one wording: a later wording asks both sides again.
  `CREATE TABLE undisputed_fact_answers (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    fact_id TEXT NOT NULL REFERENCES undisputed_facts (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    party_id TEXT NOT NULL REFERENCES parties (id),
    answer TEXT NOT NULL CHECK (answer IN ('yes','no')),
    at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES users (id)
  ) STRICT`,
  `CREATE INDEX undisputed_fact_answers_fact ON undisputed_fact_answers (fact_id, at)`,
  refuse('undisputed_fact_answers', 'UPDATE'),
  refuse('undisputed_fact_answers', 'DELETE'),

  // Where each person was writing, so that a crash brings them back to the letter.
  `CREATE TABLE room_places (
    user_id TEXT PRIMARY KEY REFERENCES users (id),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    entry_id TEXT NOT NULL,
    caret INTEGER NOT NULL CHECK (caret >= 0),
    updated_at TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE offers (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    session_id TEXT REFERENCES sessions (id),
    part_id TEXT REFERENCES session_parts (id),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    party_id TEXT REFERENCES parties (id),
    reply_to TEXT REFERENCES offers (id),
    confidant_id TEXT REFERENCES parties (id),
    sealed TEXT NOT NULL,
    made_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES users (id),
    released_at TEXT,
    withdrawn_at TEXT,
    UNIQUE (case_id, ordinal),
    CHECK (released_at IS NULL OR confidant_id IS NOT NULL)
  ) STRICT`,
  `CREATE TRIGGER offers_frozen BEFORE UPDATE ON offers
   WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.ordinal IS NOT OLD.ordinal
     OR NEW.party_id IS NOT OLD.party_id OR NEW.sealed IS NOT OLD.sealed
     OR NEW.reply_to IS NOT OLD.reply_to OR NEW.confidant_id IS NOT OLD.confidant_id
     OR NEW.made_at IS NOT OLD.made_at OR NEW.recorded_by IS NOT OLD.recorded_by
     OR (OLD.released_at IS NOT NULL AND NEW.released_at IS NOT OLD.released_at)
     OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NOT OLD.withdrawn_at)
   BEGIN SELECT RAISE(ABORT, 'an offer once made does not change'); END`,
  refuse('offers', 'DELETE'),
  `CREATE TABLE offer_answers (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    offer_id TEXT NOT NULL REFERENCES offers (id),
    party_id TEXT NOT NULL REFERENCES parties (id),
    part_id TEXT REFERENCES session_parts (id),
    answer TEXT NOT NULL CHECK (answer IN ('yes','no')),
    at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES users (id)
  ) STRICT`,
  `CREATE INDEX offer_answers_offer ON offer_answers (offer_id, at)`,
  refuse('offer_answers', 'UPDATE'),
  refuse('offer_answers', 'DELETE'),

  `ALTER TABLE clauses ADD COLUMN offer_id TEXT REFERENCES offers (id)`,
  `ALTER TABLE clauses ADD COLUMN term_id TEXT`,

  `CREATE TABLE passed_warnings (
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    rule_id TEXT NOT NULL,
    code TEXT NOT NULL,
    path TEXT NOT NULL,
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
    passed_by TEXT NOT NULL REFERENCES users (id),
    passed_at TEXT NOT NULL,
    PRIMARY KEY (agreement_id, rule_id, code, path)
  ) STRICT, WITHOUT ROWID`,

  // The text as it was submitted: what the head saw.
  `ALTER TABLE agreement_reviews ADD COLUMN content TEXT
    CHECK (content IS NULL OR json_valid(content))`,

  `CREATE TABLE own_clauses (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
    type_codes TEXT NOT NULL CHECK (json_valid(type_codes)),
    kind TEXT NOT NULL CHECK (kind IN ('payment','act','apology','confirm','other')),
    text TEXT NOT NULL CHECK (length(text) >= 1),
    note TEXT NOT NULL DEFAULT '',
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE read_back_answers (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    case_id TEXT NOT NULL REFERENCES cases (id),
    paper TEXT NOT NULL CHECK (paper IN ('minutes','agreement')),
    object_id TEXT NOT NULL CHECK (length(object_id) = 36),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    item TEXT NOT NULL,
    party_id TEXT NOT NULL REFERENCES parties (id),
    answer TEXT NOT NULL CHECK (answer IN ('yes','no')),
    words TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES users (id)
  ) STRICT`,
  `CREATE INDEX read_back_answers_object ON read_back_answers (object_id, at)`,
  refuse('read_back_answers', 'UPDATE'),
  refuse('read_back_answers', 'DELETE'),

  `CREATE TABLE signature_strokes (
    signature_id TEXT PRIMARY KEY REFERENCES signatures (id) ON DELETE CASCADE,
    strokes TEXT NOT NULL CHECK (json_valid(strokes)),
    shape_sha256 TEXT NOT NULL CHECK (length(shape_sha256) = 64),
    paper_sha256 TEXT NOT NULL CHECK (length(paper_sha256) = 64),
    place TEXT NOT NULL CHECK (length(place) >= 1),
    witness_name TEXT NOT NULL CHECK (length(witness_name) >= 1),
    pointer TEXT NOT NULL CHECK (pointer IN ('pen','touch','mouse')),
    duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
    flags TEXT NOT NULL CHECK (json_valid(flags)),
    signed_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX signature_strokes_shape ON signature_strokes (shape_sha256)`,
  refuse('signature_strokes', 'UPDATE'),
  ...(['INSERT', 'DELETE'] as const).map(
    (
      event,
    ) => `CREATE TRIGGER signature_strokes_frozen_${event.toLowerCase()} BEFORE ${event} ON signature_strokes
   WHEN (SELECT a.status FROM agreements a JOIN signatures s ON s.agreement_id = a.id
         WHERE s.id = ${event === 'INSERT' ? 'NEW' : 'OLD'}.signature_id) <> 'approved'
   BEGIN SELECT RAISE(ABORT, 'signatures of a signed agreement stay'); END`,
  ),

  `CREATE TABLE recordings (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    media_type TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    keep_until TEXT CHECK (keep_until IS NULL OR keep_until GLOB '????-??-??'),
    purged_at TEXT,
    UNIQUE (session_id, position)
  ) STRICT`,
  refuse('recordings', 'DELETE'),
  `CREATE TABLE recording_consents (
    recording_id TEXT NOT NULL REFERENCES recordings (id),
    party_id TEXT NOT NULL REFERENCES parties (id),
    consented_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES users (id),
    PRIMARY KEY (recording_id, party_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE recording_slices (
    recording_id TEXT NOT NULL REFERENCES recordings (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    started_ms INTEGER NOT NULL CHECK (started_ms >= 0),
    bytes BLOB NOT NULL,
    PRIMARY KEY (recording_id, position)
  ) STRICT, WITHOUT ROWID`,

  `CREATE INDEX parties_phone ON parties (phone) WHERE phone IS NOT NULL`,
]
